package com.enterprisesigning.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Serves files to browsers, from memory. A path is only a key of a map, so it cannot reach any
 * other file. A browser caches a file, and asks each time whether it has changed.
 */
public final class StaticFiles implements HttpHandler {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "png", "image/png",
          "svg", "image/svg+xml");

  private final Map<String, File> files = new HashMap<>();

  private record File(Answer whole, String etag) {}

  /**
   * Reads the files from the class path.
   *
   * @param beside the class that the resources are relative to
   * @param policy the {@code Content-Security-Policy}
   * @param resources by full path
   */
  public StaticFiles(Class<?> beside, String policy, Map<String, String> resources) {
    resources.forEach((path, resource) -> files.put(path, file(beside, policy, resource)));
  }

  private static File file(Class<?> beside, String policy, String resource) {
    byte[] content = read(beside, resource);
    String etag = "\"" + UUID.nameUUIDFromBytes(content) + "\"";
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    Answer answer =
        new Answer(200, Map.of("Content-Type", List.of(type)), content)
            .with("Content-Security-Policy", policy)
            .with("X-Content-Type-Options", "nosniff")
            .with("Cache-Control", "no-cache")
            .with("ETag", etag);
    return new File(answer, etag);
  }

  private static byte[] read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) {
    File file = files.get(exchange.getRequestURI().getPath());
    if (file == null) {
      return Answer.json(404, "{\"message\":\"Not Found\"}");
    }
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Answer.onlyGet();
    }
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    return known != null && known.contains(file.etag())
        ? new Answer(304, Map.of("ETag", List.of(file.etag())), new byte[0])
        : file.whole();
  }
}
