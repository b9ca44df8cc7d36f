package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.signing.SigningApi;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call of the contract: a request in, an answer or a problem out ({@code
 * docs/architecture.md#the-contract}). The scope is checked first. Then the call checks content
 * type, size, form and the right to {@code end_user_ip}, and asks the core. Thread-safe.
 */
public final class Endpoint {
  private final Scope scope;
  private final Function<ApiRequest, String> instance;
  private final Call call;
  private final Clock clock;

  private Endpoint(Scope scope, Function<ApiRequest, String> instance, Call call, Clock clock) {
    this.scope = scope;
    this.instance = instance;
    this.call = call;
    this.clock = clock;
  }

  /** POST /signing/start. */
  public static Endpoint start(SigningApi api, Clock clock) {
    return operation("/signing/start", new StartCall(api, clock), clock);
  }

  /** POST /signing/start/phone. */
  public static Endpoint startPhone(SigningApi api, Clock clock) {
    return operation("/signing/start/phone", new StartPhoneCall(api), clock);
  }

  /** POST /signing/collect. */
  public static Endpoint collect(SigningApi api, Clock clock) {
    return operation("/signing/collect", new CollectCall(api, clock), clock);
  }

  /** POST /signing/cancel. */
  public static Endpoint cancel(SigningApi api, Clock clock) {
    return operation("/signing/cancel", new CancelCall(api), clock);
  }

  /** POST /signing/processes. */
  public static Endpoint registerProcess(SigningApi api, Clock clock) {
    return resource(Scope.REGISTER, new RegisterProcessCall(api, clock), clock);
  }

  /** GET /signing/processes/{id}. */
  public static Endpoint getProcess(SigningApi api, Clock clock) {
    return resource(Scope.REGISTER, new GetProcessCall(api), clock);
  }

  /** DELETE /signing/processes/{id}. */
  public static Endpoint withdrawProcess(SigningApi api, Clock clock) {
    return resource(Scope.REGISTER, new WithdrawProcessCall(api), clock);
  }

  /** GET /signing/participants/{id}/evidence. */
  public static Endpoint getEvidence(SigningApi api, Clock clock) {
    return resource(Scope.EVIDENCE, new GetEvidenceCall(api), clock);
  }

  private static Endpoint operation(String instance, Call call, Clock clock) {
    return new Endpoint(Scope.SIGN, request -> instance, call, clock);
  }

  private static Endpoint resource(Scope scope, Call call, Clock clock) {
    return new Endpoint(scope, request -> uriReference(request.path()), call, clock);
  }

  /**
   * Answers one request. A refusal is an answer too.
   *
   * @throws RuntimeException on a bug, which {@link #internalError} answers
   */
  public ApiAnswer answer(ApiRequest request) {
    try {
      return call.answer(request, allowedClient(request.caller()));
    } catch (RequestRefused e) {
      return problem(request, e.refusal(), e.detail());
    }
  }

  /** Returns the answer to a bug. It reveals only the request id, under which the log says more. */
  public ApiAnswer internalError(ApiRequest request) {
    return problem(request, Refusal.of(Reason.INTERNAL_ERROR), Optional.empty());
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

  private ApiAnswer problem(ApiRequest request, Refusal refusal, Optional<String> detail) {
    return Problems.answer(
        refusal, detail, instance.apply(request), request.requestId(), clock.instant());
  }

  /**
   * Encodes the path, which the gateway passes on decoded: {@code instance} must be a URI reference
   * (RFC 9457).
   */
  private static String uriReference(String path) {
    try {
      return new URI(null, null, Text.wellFormed(path), null).toASCIIString();
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
