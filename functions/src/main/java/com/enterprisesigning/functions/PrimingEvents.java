package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;
import java.util.UUID;

/**
 * Events that change nothing, answered once before a snapshot is taken. Each is as API Gateway
 * would send it, of a client that does not exist about something that does not exist: it is read
 * for, and not found. Where a call would begin with a write it is refused before it.
 */
final class PrimingEvents {
  /** Never registered: every id is random. */
  static final UUID NEVER = new UUID(0, 0);

  private static final String SCOPES = "signing/sign signing/register signing/evidence";

  private PrimingEvents() {}

  /** A call about a participant. */
  static APIGatewayV2HTTPEvent ofParticipant(String operation) {
    return post("/signing/" + operation, "{\"participant_id\":\"" + NEVER + "\"}");
  }

  /** A call whose body lacks all. */
  static APIGatewayV2HTTPEvent refused(String operation) {
    return post("/signing/" + operation, "{}");
  }

  /** A call that names in its path what it is about, as {@code {id}}. */
  static APIGatewayV2HTTPEvent ofPath(String method, String path) {
    APIGatewayV2HTTPEvent event = event(method, path.replace("{id}", NEVER.toString()));
    event.setPathParameters(Map.of("id", NEVER.toString()));
    return event;
  }

  private static APIGatewayV2HTTPEvent post(String path, String body) {
    APIGatewayV2HTTPEvent event = event("POST", path);
    event.setHeaders(Map.of("content-type", "application/json"));
    event.setBody(body);
    return event;
  }

  private static APIGatewayV2HTTPEvent event(String method, String path) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(method + " " + path)
        .withRawPath(path)
        .withRequestContext(
            RequestContext.builder()
                .withRequestId(PrimingContext.NAME)
                .withHttp(
                    RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .withSourceIp("127.0.0.1")
                        .build())
                .withAuthorizer(
                    RequestContext.Authorizer.builder()
                        .withJwt(
                            RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(
                                    Map.of("client_id", PrimingContext.NAME, "scope", SCOPES))
                                .build())
                        .build())
                .build())
        .withIsBase64Encoded(false)
        .build();
  }
}
