package com.enterprisesigning.local.page;

import com.enterprisesigning.local.web.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the page and what it is made of, from the class path. It loads nothing from any other
 * host, and its HTML holds neither script nor style.
 */
public final class Page implements HttpHandler {
  /** What the path of all but the page itself begins with. */
  public static final String PATH = "/page";

  private static final Pattern PART = Pattern.compile(PATH + "/([a-z]+\\.(css|js|svg))");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath()).send(exchange);
  }

  private static Answer answer(String method, String path) throws IOException {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Answer.json(405, "{\"message\":\"Send a GET.\"}").with("Allow", "GET, HEAD");
    }
    Matcher part = PART.matcher(path);
    Optional<Answer> answer = Optional.empty();
    if (path.equals("/")) {
      answer = file("index.html", "text/html; charset=utf-8");
    } else if (part.matches()) {
      answer = file(part.group(1), TYPES.get(part.group(2)));
    }
    return answer.orElseGet(() -> Answer.json(404, "{\"message\":\"Not Found\"}"));
  }

  private static Optional<Answer> file(String name, String type) throws IOException {
    try (InputStream file = Page.class.getResourceAsStream(name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new Answer(200, headers(type), file.readAllBytes()));
    }
  }

  private static Map<String, List<String>> headers(String type) {
    return Map.of(
        "Content-Type",
        List.of(type),
        // The next run may serve another page from the same address.
        "Cache-Control",
        List.of("no-cache"),
        "Content-Security-Policy",
        List.of(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'"),
        "X-Content-Type-Options",
        List.of("nosniff"));
  }
}
