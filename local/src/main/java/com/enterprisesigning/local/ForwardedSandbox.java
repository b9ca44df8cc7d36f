package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Forwards calls of the control API to the first run, which has the simulator. A caller chooses
 * only the path and the query: the call always goes to the first run, and only a JSON answer comes
 * back. Otherwise this gateway would show another server's page as its own.
 */
final class ForwardedSandbox implements HttpHandler {
  private static final String JSON = "application/json";

  /** Room for every call of the control API. */
  private static final int LONGEST_BODY = 64 * 1024;

  /** Room for a journal of tens of thousands of orders. */
  private static final long LONGEST_ANSWER = 16L << 20;

  private final HttpClient http;
  private final String origin;
  private final Duration timeout;

  /**
   * Creates a handler.
   *
   * @param firstRun the first run's URL, without a path
   */
  ForwardedSandbox(HttpClient http, URI firstRun, Duration timeout) {
    this.http = http;
    this.origin = firstRun.getScheme() + "://" + firstRun.getRawAuthority();
    this.timeout = timeout;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (!List.of("GET", "HEAD", "POST").contains(method)) {
      return message(405, "Send a GET or a POST.").with("Allow", "GET, HEAD, POST");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      // Read the rest too; otherwise the caller sees a broken connection instead of the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      return message(413, "The body is longer than " + LONGEST_BODY + " bytes.");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target(exchange.getRequestURI()))
            .timeout(timeout)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      request.header("Content-Type", JSON);
    }
    try {
      return send(request.build());
    } catch (IOException e) {
      return message(
          502,
          "The local run that this one joined has stopped, or its answer is too long."
              + " Start both again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return message(503, "The local run is stopping.");
    }
  }

  /**
   * Returns where the call goes. The authority of the request's target is dropped: {@code
   * //host/path} and {@code http://host/path} are targets, too.
   */
  private URI target(URI requested) {
    String query = requested.getRawQuery();
    return URI.create(origin + requested.getRawPath() + (query == null ? "" : "?" + query));
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    if (!isJson(answer.headers().firstValue("Content-Type").orElse(null))) {
      return message(502, "The server at " + origin + " is not a local run. Start both again.");
    }
    return new Answer(answer.statusCode(), Answer.json(200, "").headers(), answer.body());
  }

  private static boolean isJson(String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }

  private static Answer message(int status, String message) {
    return Answer.json(status, "{\"message\":\"" + message + "\"}");
  }
}
