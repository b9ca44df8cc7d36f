package com.enterprisesigning.functions.snapshot;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;
import java.util.UUID;

/**
 * Events that change nothing, answered once before a snapshot is taken. Each looks as if API
 * Gateway had sent it, but neither its client nor the resource it names exists. The call reads and
 * finds nothing. A call that would begin with a write is refused before the write.
 */
public final class PrimingEvents {
  /** Never registered: real ids are UUIDs of version 4 or 8. */
  public static final UUID NEVER = new UUID(0, 0);

  private static final String SCOPES = "signing/sign signing/register signing/evidence";

  private PrimingEvents() {}

  /** Returns a call about a participant. */
  public static APIGatewayV2HTTPEvent ofParticipant(String operation) {
    return post("/signing/" + operation, "{\"participant_id\":\"" + NEVER + "\"}");
  }

  /** Returns a call whose body lacks every member. */
  public static APIGatewayV2HTTPEvent refused(String operation) {
    return post("/signing/" + operation, "{}");
  }

  /** Returns a call that names its resource in the path, as {@code {id}}. */
  public static APIGatewayV2HTTPEvent ofPath(String method, String path) {
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
