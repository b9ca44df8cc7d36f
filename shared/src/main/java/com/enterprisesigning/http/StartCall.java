package com.enterprisesigning.http;

import com.enterprisesigning.bankid.AnimatedQrCode;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.domain.UserDevice;
import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * POST /signing/start. A start that is repeated with its {@code Idempotency-Key} while its order
 * runs gets the same answer; only the QR string is current.
 */
public final class StartCall extends Endpoint {
  private static final String END_USER_IP = "end_user_ip";
  private static final Form<String> RETURN_URL = Form.bankIdLine(512);

  private final SigningService service;

  public StartCall(SigningService service, Clock clock) {
    super(Scope.SIGN, "/signing/start", clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    StartRequest start = read(request, client);
    Signing signing = answerOf(service.start(start, request.deadline()));
    return ApiAnswer.of(200, started(signing));
  }

  private static StartRequest read(ApiRequest request, String client) throws RequestRefused {
    RequestBody body = RequestBody.read(request, RequestBody.SMALL);
    // The address is compared separately: two spellings of one address are the same request.
    Optional<Idempotency> idempotency = body.idempotency(END_USER_IP);
    Optional<UUID> participantId = body.participantId();
    Optional<EndUserIp> stated = statedIp(body, request.caller());
    Optional<String> returnUrl = body.optional("return_url", RETURN_URL);
    Optional<Boolean> returnRisk = body.optional("return_risk", Form.BOOLEAN);
    Optional<UserDevice> device = UserDeviceMembers.read(body);
    body.finish();
    return new StartRequest.Start(
        client,
        participantId.orElseThrow(),
        idempotency,
        endUserIp(request, stated),
        returnUrl,
        returnRisk,
        device);
  }

  private static Optional<EndUserIp> statedIp(RequestBody body, Caller caller) {
    return caller.may(Scope.ON_BEHALF)
        ? body.required(
            END_USER_IP, Form.IP, "is required with a token that has the scope signing/on-behalf")
        : body.optional(END_USER_IP, Form.IP);
  }

  /**
   * Returns the address that the request states, which needs the scope signing/on-behalf. Otherwise
   * returns the address that the gateway saw ("Whose IP" in {@code
   * docs/architecture.md#the-conflict-rules}).
   */
  private static EndUserIp endUserIp(ApiRequest request, Optional<EndUserIp> stated)
      throws RequestRefused {
    if (stated.isPresent() && !request.caller().may(Scope.ON_BEHALF)) {
      throw new RequestRefused(
          Reason.END_USER_IP_NOT_ALLOWED,
          END_USER_IP + ": requires a token with the scope signing/on-behalf");
    }
    return stated
        .or(() -> EndUserIp.parse(request.sourceIp()))
        .orElseThrow(() -> new IllegalStateException("the gateway's event has no source address"));
  }

  private ObjectNode started(Signing signing) {
    Attempt attempt =
        signing
            .attempt()
            .orElseThrow(() -> new IllegalStateException("a started signing has an attempt"));
    Launch launch =
        attempt
            .launch()
            .orElseThrow(() -> new IllegalStateException("an order of /start has a launch"));
    ObjectNode answer = Json.object();
    answer.put("status", "INITIATED");
    answer.put("autostart_token", launch.autoStartToken());
    answer.put("qr_string", new AnimatedQrCode(launch, attempt.startedAt()).at(now()));
    String query =
        "autostarttoken="
            + URLEncoder.encode(launch.autoStartToken(), StandardCharsets.UTF_8)
            + "&redirect=null";
    answer
        .putObject("launch_urls")
        .put("desktop", "bankid:///?" + query)
        .put("mobile", "https://app.bankid.com/?" + query);
    return Polling.putStarted(answer, attempt, Polling.WITH_QR_MILLIS);
  }
}
