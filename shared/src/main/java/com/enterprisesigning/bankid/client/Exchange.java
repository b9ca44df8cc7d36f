package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Sends one request to BankID. Nothing is ever sent twice: no call of BankID's may be repeated. */
final class Exchange {
  /** A completion holds a signature and an OCSP response, some 240 KB of base64 each. */
  private static final long MAX_ANSWER_BYTES = 4L << 20;

  /** JSON is UTF-8 (RFC 8259 section 8.1), whichever charset an answer names. */
  private static final BodyHandler<String> WHOLE_ANSWER =
      BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MAX_ANSWER_BYTES);

  private final String baseUrl;
  private final HttpClients clients;

  Exchange(URI baseUrl, HttpClients clients) {
    this.baseUrl = baseUrl.toString().replaceFirst("/+$", "");
    this.clients = clients;
  }

  /**
   * @param call BankID's path, such as {@code /phone/sign}
   * @param timeout from the call to the last byte of the answer
   */
  Reply post(String call, String json, Duration timeout) {
    Optional<HttpClient> client = clients.current();
    if (client.isEmpty()) {
      return new Reply.NotSent("no client certificate");
    }
    // A charset after the media type is refused with 415 (bankid-facts section 2.4).
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + call))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return await(client.get().sendAsync(request, WHOLE_ANSWER), timeout);
  }

  /** The request's own time-out ends with the answer's headers; this bounds its body as well. */
  private Reply await(CompletableFuture<HttpResponse<String>> answer, Duration timeout) {
    try {
      HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply.Answer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Silence(name(e));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.Silence(name(e));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    }
  }

  /**
   * A handshake that fails may do so after the request was written (TLS 1.3 judges the client
   * certificate late), but no server reads a request before its handshake is done.
   */
  private static Reply failed(Throwable cause) {
    return switch (cause) {
      case ConnectException e -> new Reply.NotSent(name(e));
      case HttpConnectTimeoutException e -> new Reply.NotSent(name(e));
      case SSLHandshakeException e -> new Reply.NotSent(name(e));
      default -> new Reply.Silence(name(cause));
    };
  }

  /** The name alone: a message may quote what was sent. */
  private static String name(Throwable cause) {
    return cause.getClass().getSimpleName();
  }
}
