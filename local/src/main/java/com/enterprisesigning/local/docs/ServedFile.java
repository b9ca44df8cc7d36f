package com.enterprisesigning.local.docs;

import com.enterprisesigning.local.web.Answer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * A file of the viewer, in memory. A browser keeps it, and asks each time whether it is the same.
 *
 * @param etag names the content
 */
record ServedFile(Answer whole, String etag) {
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final String WEBJAR_POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** Swagger UI sets styles on elements, and its icons are data in its stylesheet. */
  private static final String ONLY_THIS_HOST =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "png", "image/png");

  /** One that lies beside this class. */
  static ServedFile ours(String name) {
    return of(name, read(name));
  }

  /** One of the WebJar's, in whichever version is on the class path. */
  static ServedFile ofSwaggerUi(String name) {
    Properties pom = new Properties();
    try (InputStream in = open(WEBJAR_POM)) {
      pom.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(name, read(WEBJAR + pom.getProperty("version") + "/" + name));
  }

  private static ServedFile of(String name, byte[] content) {
    String etag = "\"" + UUID.nameUUIDFromBytes(content) + "\"";
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Answer answer =
        new Answer(200, Map.of("Content-Type", List.of(type)), content)
            .with("Content-Security-Policy", ONLY_THIS_HOST)
            .with("X-Content-Type-Options", "nosniff")
            .with("Cache-Control", "no-cache")
            .with("ETag", etag);
    return new ServedFile(answer, etag);
  }

  /**
   * The file, or that it has not changed.
   *
   * @param known ETags of what the browser has, as {@code If-None-Match} writes them
   */
  Answer answer(Optional<String> known) {
    boolean same = known.filter(etags -> etags.contains(etag)).isPresent();
    return same ? new Answer(304, Map.of("ETag", List.of(etag)), new byte[0]) : whole;
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = ServedFile.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException(resource + " is not on the class path");
    }
    return in;
  }
}
