package com.enterprisesigning.local.docs;

import com.enterprisesigning.local.web.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /docs}: a page of our own around Swagger UI, which reads {@code /openapi.yaml} and sends
 * the calls that are tried to this address. A path is looked up as it stands among those that there
 * are, so that it names no other file.
 */
public final class ContractViewer implements HttpHandler {
  public static final String PATH = "/docs";

  private final Map<String, ServedFile> files;

  /** Reads all files from the class path. */
  public ContractViewer() {
    ServedFile page = ServedFile.ours("index.html");
    files =
        Map.of(
            PATH,
            page,
            PATH + "/",
            page,
            PATH + "/viewer.js",
            ServedFile.ours("viewer.js"),
            PATH + "/viewer.css",
            ServedFile.ours("viewer.css"),
            PATH + "/swagger-ui.css",
            ServedFile.ofSwaggerUi("swagger-ui.css"),
            PATH + "/swagger-ui-bundle.js",
            ServedFile.ofSwaggerUi("swagger-ui-bundle.js"),
            PATH + "/favicon.png",
            ServedFile.ofSwaggerUi("favicon-32x32.png"));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) {
    ServedFile file = files.get(exchange.getRequestURI().getPath());
    if (file == null) {
      return Answer.json(404, "{\"message\":\"Not Found\"}");
    }
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Answer.json(405, "{\"message\":\"Send a GET.\"}").with("Allow", "GET, HEAD");
    }
    return file.answer(Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")));
  }
}
