package com.enterprisesigning.http;

import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * One call of the contract: a request in, an answer or a problem out ({@code
 * docs/architecture.md#the-contract}). The scope is checked first. Then the call checks content
 * type, size, form and the right to {@code end_user_ip}, and asks the core. Thread-safe.
 */
public abstract class Endpoint {
  private final Scope scope;
  private final Function<ApiRequest, String> instance;
  private final Clock clock;

  private Endpoint(Scope scope, Function<ApiRequest, String> instance, Clock clock) {
    this.scope = scope;
    this.instance = instance;
    this.clock = clock;
  }

  /** Creates a call whose problems have {@code path} as their {@code instance}. */
  Endpoint(Scope scope, String path, Clock clock) {
    this(scope, request -> path, clock);
  }

  /** Creates a call whose problems have the request's path as their {@code instance}. */
  Endpoint(Scope scope, Clock clock) {
    this(scope, request -> uriReference(request.path()), clock);
  }

  /**
   * Answers one request. A refusal is an answer too.
   *
   * @throws RuntimeException on a bug or an outage, which {@link #refused} answers
   */
  public final ApiAnswer answer(ApiRequest request) {
    try {
      return answer(request, allowedClient(request.caller()));
    } catch (RequestRefused e) {
      return problem(request, e);
    }
  }

  /**
   * Returns the answer to a call that failed. It reveals only the refusal and the request id, under
   * which the log says more.
   */
  public final ApiAnswer refused(ApiRequest request, Refusal refusal) {
    return problem(request, new RequestRefused(refusal));
  }

  /**
   * Reads the request, asks the core, and answers.
   *
   * @param client the caller, whose scope has been checked
   * @throws RequestRefused to answer with a problem instead
   */
  abstract ApiAnswer answer(ApiRequest request, String client) throws RequestRefused;

  /** Returns the core's answer; throws if the core refused. */
  static <T> T answerOf(Outcome<T> outcome) throws RequestRefused {
    return switch (outcome) {
      case Outcome.Answered<T>(T answer) -> answer;
      case Outcome.Refused<T>(Refusal refusal) -> throw new RequestRefused(refusal);
    };
  }

  final Instant now() {
    return clock.instant();
  }

  private String allowedClient(Caller caller) throws RequestRefused {
    if (!caller.may(scope)) {
      throw new RequestRefused(
          Reason.MISSING_SCOPE, "the access token lacks the scope " + scope.text());
    }
    return caller
        .client()
        .orElseThrow(() ->
            new RequestRefused(
                Reason.MISSING_SCOPE,
                "the access token names no client; it needs the claim client_id, azp or sub"));
  }

  private ApiAnswer problem(ApiRequest request, RequestRefused refused) {
    return Problems.answer(refused, instance.apply(request), request.requestId(), now());
  }

  /**
   * Encodes the path, which the gateway passes on decoded: {@code instance} must be a URI reference
   * (RFC 9457). Half a surrogate pair cannot be encoded, so U+FFFD takes its place.
   */
  private static String uriReference(String path) {
    try {
      return new URI(null, null, path.replaceAll("\\p{Cs}", "\uFFFD"), null).toASCIIString();
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
