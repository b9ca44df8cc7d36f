package com.enterprisesigning.local.docs;

import com.enterprisesigning.local.web.StaticFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * The page at {@code /docs}: Swagger UI in a page of ours. It shows {@code /openapi.yaml}, and lets
 * a reader try the calls on this gateway.
 */
public final class ContractViewer {
  public static final String PATH = "/docs";

  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final String WEBJAR_POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** Allows what Swagger UI needs: styles on elements, and icons as data URLs in its stylesheet. */
  private static final String ONLY_THIS_HOST =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private ContractViewer() {}

  /** Serves {@link #PATH} and everything under it. */
  public static StaticFiles files() {
    String swaggerUi = WEBJAR + version() + "/";
    return new StaticFiles(
        ContractViewer.class,
        ONLY_THIS_HOST,
        Map.of(
            PATH,
            "index.html",
            PATH + "/",
            "index.html",
            PATH + "/viewer.js",
            "viewer.js",
            PATH + "/viewer.css",
            "viewer.css",
            PATH + "/swagger-ui.css",
            swaggerUi + "swagger-ui.css",
            PATH + "/swagger-ui-bundle.js",
            swaggerUi + "swagger-ui-bundle.js",
            PATH + "/favicon.png",
            swaggerUi + "favicon-32x32.png"));
  }

  /** Reads the version from the class path, so that only the pom names it. */
  private static String version() {
    try (InputStream in = ContractViewer.class.getResourceAsStream(WEBJAR_POM)) {
      if (in == null) {
        throw new FileNotFoundException("the WebJar of Swagger UI is not on the class path");
      }
      Properties pom = new Properties();
      pom.load(in);
      return pom.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
