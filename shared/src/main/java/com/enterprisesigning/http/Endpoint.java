package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.signing.SigningService;
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
  public static Endpoint start(SigningService service, Clock clock) {
    return operation("/signing/start", new StartCall(service, clock), clock);
  }

  /** POST /signing/start/phone. */
  public static Endpoint startPhone(SigningService service, Clock clock) {
    return operation("/signing/start/phone", new StartPhoneCall(service), clock);
  }

  /** POST /signing/collect. */
  public static Endpoint collect(SigningService service, Clock clock) {
    return operation("/signing/collect", new CollectCall(service, clock), clock);
  }

  /** POST /signing/cancel. */
  public static Endpoint cancel(SigningService service, Clock clock) {
    return operation("/signing/cancel", new CancelCall(service), clock);
  }

  /** POST /signing/processes. */
  public static Endpoint registerProcess(SigningService service, Clock clock) {
    return resource(Scope.REGISTER, new RegisterProcessCall(service, clock), clock);
  }

  /** GET /signing/processes/{id}. */
  public static Endpoint getProcess(SigningService service, Clock clock) {
    return resource(Scope.REGISTER, new GetProcessCall(service), clock);
  }

  /** DELETE /signing/processes/{id}. */
  public static Endpoint withdrawProcess(SigningService service, Clock clock) {
    return resource(Scope.REGISTER, new WithdrawProcessCall(service), clock);
  }

  /** GET /signing/participants/{id}/evidence. */
  public static Endpoint getEvidence(SigningService service, Clock clock) {
    return resource(Scope.EVIDENCE, new GetEvidenceCall(service), clock);
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
