package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.snapshot.SnapStartHooks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.Function;

/**
 * One call through a real handler. The event is the JSON that API Gateway sends (payload format
 * 2.0), read as the Lambda runtime reads it.
 */
final class TestCall {
  static final String REQUEST_ID = "JKJaXmPLvHcESHA=";
  static final String SOURCE_IP = "203.0.113.5";

  private static final ObjectMapper JSON = new ObjectMapper();

  record Answer(APIGatewayV2HTTPResponse response) {
    int status() {
      return response.getStatusCode();
    }

    String header(String name) {
      return response.getHeaders().get(name);
    }

    JsonNode body() {
      return parse(response.getBody());
    }

    String reason() {
      return body().at("/reason/code").textValue();
    }

    String detail() {
      return body().path("detail").asText();
    }
  }

  private final Function<
          Application, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
      handler;
  private final ObjectNode event = JSON.createObjectNode();

  private TestCall(
      Function<Application, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
          handler,
      String method,
      String path) {
    this.handler = handler;
    event.put("version", "2.0");
    event.put("routeKey", method + " " + path);
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.putObject("headers").put("accept", "*/*");
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "123456789012");
    context.put("requestId", REQUEST_ID);
    context.put("stage", "$default");
    context.put("timeEpoch", 1795428002399L);
    context
        .putObject("http")
        .put("method", method)
        .put("path", path)
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", SOURCE_IP)
        .put("userAgent", "partner/1.0");
    event.put("isBase64Encoded", false);
    token("demo", "signing/sign signing/register signing/evidence");
  }

  static TestCall start() {
    return new TestCall(StartHandler::new, "POST", "/signing/start")
        .json("{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}");
  }

  static TestCall startPhone() {
    return new TestCall(StartPhoneHandler::new, "POST", "/signing/start/phone")
        .json("{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}");
  }

  static TestCall collect() {
    return new TestCall(CollectHandler::new, "POST", "/signing/collect")
        .json("{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}");
  }

  static TestCall cancel() {
    return new TestCall(CancelHandler::new, "POST", "/signing/cancel")
        .json("{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}");
  }

  static TestCall register() {
    return new TestCall(RegisterProcessHandler::new, "POST", "/signing/processes")
        .json(
            """
            {"reference": "loan 4711", "participants": [
              {"personal_number": "188001019804", "user_visible_data": "I sign."}]}
            """);
  }

  static TestCall getProcess(String id) {
    return new TestCall(GetProcessHandler::new, "GET", "/signing/processes/" + id).id(id);
  }

  static TestCall withdrawProcess(String id) {
    return new TestCall(WithdrawProcessHandler::new, "DELETE", "/signing/processes/" + id).id(id);
  }

  static TestCall getEvidence(String id) {
    return new TestCall(GetEvidenceHandler::new, "GET", "/signing/participants/" + id + "/evidence")
        .id(id);
  }

  /** Sets a JSON body and its content type. */
  TestCall json(String body) {
    return header("content-type", "application/json").body(body);
  }

  TestCall body(String body) {
    event.put("body", body);
    return this;
  }

  /** Sets the body in base64, as API Gateway sends a body that it does not take for text. */
  TestCall bytes(byte[] body) {
    event.put("isBase64Encoded", true);
    return body(Base64.getEncoder().encodeToString(body));
  }

  TestCall bytes(String body) {
    return bytes(body.getBytes(UTF_8));
  }

  TestCall header(String name, String value) {
    ((ObjectNode) event.get("headers")).put(name, value);
    return this;
  }

  TestCall query(String name, String value) {
    event.withObject("/queryStringParameters").put(name, value);
    return this;
  }

  TestCall without(String header) {
    ((ObjectNode) event.get("headers")).remove(header);
    return this;
  }

  TestCall sourceIp(String ip) {
    ((ObjectNode) event.at("/requestContext/http")).put("sourceIp", ip);
    return this;
  }

  TestCall token(String client, String scope) {
    claims().put("client_id", client).put("sub", "the-subject").put("scope", scope);
    return this;
  }

  /** Sets a token with only these claims. */
  TestCall claims(String... namesAndValues) {
    ObjectNode claims = claims();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      claims.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return this;
  }

  TestCall withoutToken() {
    ((ObjectNode) event.get("requestContext")).putNull("authorizer");
    return this;
  }

  Answer by(RecordingApi api) {
    return by(api, new TestContext());
  }

  Answer by(RecordingApi api, TestContext context) {
    Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    Application another = new InMemoryCore().application();
    Application application =
        new Application(
            api,
            another.followUp(),
            another.reverification(),
            Samples::signatureRoots,
            SnapStartHooks.none(),
            new EmbeddedMetrics("signing", clock),
            api::nanoTime,
            clock);
    return new Answer(handler.apply(application).handleRequest(read(event.toString()), context));
  }

  /** Reads an event as the Lambda runtime does. */
  static APIGatewayV2HTTPEvent read(String event) {
    return LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, TestCall.class.getClassLoader())
        .fromJson(event);
  }

  /** Returns the event as API Gateway would send it. */
  ObjectNode event() {
    return event.deepCopy();
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  private TestCall id(String id) {
    event.putObject("pathParameters").put("id", id);
    return this;
  }

  private ObjectNode claims() {
    ObjectNode context = (ObjectNode) event.get("requestContext");
    return context.putObject("authorizer").putObject("jwt").putObject("claims");
  }
}
