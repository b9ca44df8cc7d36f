package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.TimestampAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/**
 * Asks an authority over HTTP (RFC 3161 section 3.4). Plain http is allowed, and most authorities
 * offer nothing else: the request holds a digest and a random number, and the answer proves itself
 * by its signature. Thread-safe.
 */
public final class HttpTimestampAuthority implements TimestampAuthority {
  /** For one connection alone. */
  private static final Duration CONNECT = Duration.ofMillis(1_500);

  /**
   * From the request to the last byte of the answer. {@code signing.Timing.LEFT_TO_STAMP} says how
   * much time an invocation must have left before it asks.
   */
  public static final Duration TIMEOUT = Duration.ofSeconds(4);

  /** A token with all certificates takes about 6 KB. */
  private static final long MAX_ANSWER_BYTES = 64L << 10;

  private static final int NONCE_BITS = 64;

  private static final BodyHandler<byte[]> WHOLE_ANSWER =
      BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES);

  private final URI url;
  private final Duration timeout;
  private final TokenCheck check;
  private final HttpClient http;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates an authority.
   *
   * @param url takes the requests
   * @param root the only certificate that its tokens may chain to
   */
  public HttpTimestampAuthority(URI url, X509Certificate root, Clock clock) {
    this(url, root, TIMEOUT, clock);
  }

  HttpTimestampAuthority(URI url, X509Certificate root, Duration timeout, Clock clock) {
    this.url = url;
    this.timeout = timeout;
    this.check = new TokenCheck(root, clock);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  @Override
  public Answer stamp(byte[] sha256) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random));
    return answer(request, http.sendAsync(post(request), WHOLE_ANSWER));
  }

  private HttpRequest post(TimeStampRequest request) {
    try {
      return HttpRequest.newBuilder(url)
          .header("Content-Type", "application/timestamp-query")
          .header("Accept", "application/timestamp-reply")
          .POST(BodyPublishers.ofByteArray(request.getEncoded()))
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("a request made here does not encode", e);
    }
  }

  /** Waits for the whole answer. A time-out of {@link HttpRequest} would cover only the headers. */
  private Answer answer(TimeStampRequest request, CompletableFuture<HttpResponse<byte[]>> reply) {
    try {
      HttpResponse<byte[]> response = reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == 200
          ? check.check(request, response.body())
          : new Answer.Refused(Reason.HTTP_STATUS);
    } catch (InterruptedException e) {
      reply.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Refused(Reason.AWAY);
    } catch (TimeoutException e) {
      reply.cancel(true);
      return new Answer.Refused(Reason.SLOW);
    } catch (ExecutionException e) {
      return new Answer.Refused(Reason.AWAY);
    }
  }
}
