package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request to BankID. A request that may have reached BankID is not repeated, with one
 * exception: if the connection of another certificate breaks, the request is sent once more ({@code
 * sendTwice}).
 */
final class Exchange {
  /** A completion holds a signature and an OCSP response, about 240 KB of base64 each. */
  private static final long MAX_ANSWER_BYTES = 4L << 20;

  private static final Reply NO_CERTIFICATE = new Reply.NotSent("no client certificate");

  /** JSON is UTF-8 (RFC 8259 section 8.1), whatever charset an answer names. */
  private static final BodyHandler<String> WHOLE_ANSWER =
      BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MAX_ANSWER_BYTES);

  private final String baseUrl;
  private final CertifiedClients clients;
  private final BankIdListener listener;
  private final Clock clock;

  Exchange(URI baseUrl, CertifiedClients clients, BankIdListener listener, Clock clock) {
    this.baseUrl = baseUrl.toString().replaceFirst("/+$", "");
    this.clients = clients;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * @param call BankID's path, such as {@code /phone/sign}
   * @param timeout from the call to the last byte of the answer
   */
  Reply post(String call, String json, Duration timeout) {
    Turn turn = turn(call, json, timeout);
    return clients.current().map(client -> send(turn, client)).orElse(NO_CERTIFICATE);
  }

  /**
   * Sends a request about an order. BankID recognizes an order only by the certificate that created
   * it. If the certificate in use is not the right one, BankID is asked again with the others.
   */
  Reply postAboutOrder(String call, String json, Duration timeout) {
    Turn turn = turn(call, json, timeout);
    Optional<CertifiedClient> current = clients.current();
    if (current.isEmpty()) {
      return NO_CERTIFICATE;
    }
    Reply reply = send(turn, current.get());
    return isNoSuchOrder(reply)
        ? clients
            .others(current.get(), turn.mayWait(clock.instant()))
            .map(others -> askedByOthers(turn, others, reply))
            .orElse(NO_CERTIFICATE)
        : reply;
  }

  /**
   * One request and its deadline, which holds for all certificates together.
   *
   * @param timeout the whole time allowed
   */
  private record Turn(String call, HttpRequest request, Instant end, Duration timeout) {

    /**
     * Returns whether enough time is left for the answer, which may be the only hand-out of a
     * completion.
     */
    boolean leaves(Duration left) {
      return left.compareTo(timeout.dividedBy(2)) >= 0;
    }

    /** Returns how long other work may take before the request can no longer be sent. */
    Duration mayWait(Instant now) {
      return Duration.between(now, end).minus(timeout.dividedBy(2));
    }
  }

  private Turn turn(String call, String json, Duration timeout) {
    return new Turn(call, request(call, json), clock.instant().plus(timeout), timeout);
  }

  private Reply askedByOthers(Turn turn, List<CertifiedClient> others, Reply noSuchOrder) {
    return others.stream()
        .map(other -> sendTwice(turn, other))
        .filter(reply -> !knowsNothing(reply))
        .findFirst()
        .orElse(noSuchOrder);
  }

  private Reply sendTwice(Turn turn, CertifiedClient client) {
    Reply reply = send(turn, client);
    return reply instanceof Reply.Broken ? send(turn, client) : reply;
  }

  private HttpRequest request(String call, String json) {
    // BankID refuses a charset after the media type with 415.
    return HttpRequest.newBuilder(URI.create(baseUrl + call))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  /**
   * Sends the request. If no connection came about, BankID has seen no byte of it, so it is sent
   * once more on a new connection: BankID's first handshakes may hang. Time spent on connections
   * and on reading a certificate counts against the time-out, so no caller waits longer than that.
   */
  private Reply send(Turn turn, CertifiedClient client) {
    if (!turn.leaves(left(turn))) {
      return new Reply.NotSent("no time left");
    }
    Reply reply = sendOnce(turn, client);
    if (reply instanceof Reply.NotSent(String cause) && turn.leaves(left(turn))) {
      listener.on(new BankIdEvent.SentAgain(turn.call(), cause));
      return sendOnce(turn, client);
    }
    return reply;
  }

  private Reply sendOnce(Turn turn, CertifiedClient client) {
    return await(client.http().sendAsync(turn.request(), WHOLE_ANSWER), left(turn));
  }

  private Duration left(Turn turn) {
    return Duration.between(clock.instant(), turn.end());
  }

  private static boolean isNoSuchOrder(Reply reply) {
    return reply instanceof Reply.Answer answer && Faults.isNoSuchOrder(answer);
  }

  /**
   * Returns whether BankID does not recognize the order with this certificate. That includes a
   * certificate that BankID no longer accepts. BankID refuses it with a 4xx, during the handshake,
   * or (TLS 1.3) by closing the connection at both attempts.
   */
  private static boolean knowsNothing(Reply reply) {
    return switch (reply) {
      case Reply.Answer answer -> Faults.isNoSuchOrder(answer) || Faults.isRefusal(answer);
      case Reply.HandshakeRefused _, Reply.Broken _ -> true;
      case Reply.NotSent _, Reply.Silence _ -> false;
    };
  }

  /** Waits for the whole answer. A time-out of {@link HttpRequest} would cover only the headers. */
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
   * Sorts a failure by whether BankID may have read the request. A handshake can fail after the
   * request was written, because TLS 1.3 checks the client certificate late. But no server reads a
   * request before its handshake is done. The JDK's client calls a time-out {@link
   * HttpConnectTimeoutException} only if the handshake had not ended when it closed the connection,
   * so no byte of the request was written.
   */
  private static Reply failed(Throwable cause) {
    return switch (cause) {
      case ConnectException e -> new Reply.NotSent(name(e));
      case HttpConnectTimeoutException e -> new Reply.NotSent(name(e));
      case SSLHandshakeException e -> new Reply.HandshakeRefused(name(e));
      default -> new Reply.Broken(name(cause));
    };
  }

  /** Only the name: a message may quote what was sent. */
  private static String name(Throwable cause) {
    return cause.getClass().getSimpleName();
  }
}
