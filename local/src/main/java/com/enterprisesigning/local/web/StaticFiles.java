package com.enterprisesigning.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves files to browsers. A path is only looked up in a map, so it cannot reach any other file.
 */
public final class StaticFiles implements HttpHandler {
  private final Map<String, StaticFile> files;

  /**
   * @param files by full path
   */
  public StaticFiles(Map<String, StaticFile> files) {
    this.files = Map.copyOf(files);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) {
    StaticFile file = files.get(exchange.getRequestURI().getPath());
    if (file == null) {
      return Answer.json(404, "{\"message\":\"Not Found\"}");
    }
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Answer.onlyGet();
    }
    return file.answer(Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")));
  }
}
