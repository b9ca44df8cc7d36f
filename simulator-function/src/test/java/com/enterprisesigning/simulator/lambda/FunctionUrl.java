package com.enterprisesigning.simulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.simulator.order.Orders;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Calls the handler as a function URL does, and captures its log. */
final class FunctionUrl {
  static final String SECRET = "51af3dc0-71ca-11f0-8de9-0242ac120002";
  static final String REQUEST_ID = "7a3c1e52-request";
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final SimulatorHandler handler;

  FunctionUrl(Orders orders) {
    handler =
        new SimulatorHandler(
            new FunctionSettings("orders", SECRET, SecondOrder.ENDS_BOTH),
            orders,
            Clock.fixed(NOW, ZoneOffset.UTC),
            new PrintStream(log, true, UTF_8));
  }

  record Reply(int status, Map<String, String> headers, JsonNode body) {
    String text(String member) {
      return body.required(member).textValue();
    }
  }

  Reply post(String path, JsonNode body) throws IOException {
    return call(event("POST", path, body.toString(), false));
  }

  Reply get(String path) throws IOException {
    return call(event("GET", path, null, false));
  }

  Reply call(APIGatewayV2HTTPEvent event) throws IOException {
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, new TestContext());
    return new Reply(
        response.getStatusCode(), response.getHeaders(), MAPPER.readTree(response.getBody()));
  }

  /**
   * Returns an event of payload format 2.0.
   *
   * @param path including the query, if any
   */
  static APIGatewayV2HTTPEvent event(String method, String path, String body, boolean isBase64) {
    String[] parts = path.split("\\?", 2);
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(parts[0])
        .withRawQueryString(parts.length == 1 ? "" : parts[1])
        .withHeaders(Map.of("content-type", "application/json"))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(parts[0])
                        .build())
                .build())
        .withBody(body)
        .withIsBase64Encoded(isBase64)
        .build();
  }

  String log() {
    return log.toString(UTF_8);
  }

  /** Returns the lines of the log, each of which must be one JSON object. */
  List<JsonNode> logLines() throws IOException {
    return MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(log()).readAll();
  }

  /** The parts of Lambda's context that the handler uses. */
  private record TestContext() implements Context {
    @Override
    public String getAwsRequestId() {
      return REQUEST_ID;
    }

    @Override
    public String getLogGroupName() {
      return "";
    }

    @Override
    public String getLogStreamName() {
      return "";
    }

    @Override
    public String getFunctionName() {
      return "";
    }

    @Override
    public String getFunctionVersion() {
      return "";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 10_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      return LambdaRuntime.getLogger();
    }
  }
}
