package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text that breaks careless readers gets an answer like any other wrong text: from the service, the
 * gateway, the company's server, the sandbox and the endpoints behind them.
 */
class OddTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PERSON = "189007159909";

  /** Names and values: pairs and halves of surrogates, alone, beside letters, and in a row. */
  private static final List<String> ODD =
      List.of(
          "\ud83d\ude00",
          "\ud83d\ude00".repeat(30),
          "a".repeat(39) + "\ud83d\ude00",
          "\ud83d",
          "\ude00\ud83d",
          "a\ude00",
          "\ud83d".repeat(60),
          "\0",
          "\ufffd\uffff",
          "\r\nX-Header: a",
          "\u202eabc");

  private static RunningLocally run;
  private static RunningLocally joined;
  private static String token;
  private static String participant;
  private static String session;
  private static String onThePage;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(new CoreWiring(Clock.systemUTC()), Map.of());
    joined =
        RunningLocally.start(
            new CoreWiring(Clock.systemUTC()), Map.of("JOIN", run.url().toString()));
    token = run.token("server");
    participant = run.participant(token, PERSON);
    HttpResponse<String> registered =
        run.send(
            json(
                "/partner/register",
                """
                {"personal_number": "189007159909", "user_visible_data": "I sign.",
                 "user_visible_data_format": "PLAINTEXT"}
                """));
    session = registered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    onThePage = run.json(registered).at("/call/answer/participants/0/id").asText();
  }

  @AfterAll
  static void stop() {
    joined.close();
    run.close();
  }

  private static HttpRequest.Builder json(String path, String body) {
    return HttpRequest.newBuilder(run.url().resolve(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** Returns the bodies in which one text, or the name of one more member, is odd. */
  private static List<String> odd(String body) throws Exception {
    List<String> bodies = new ArrayList<>();
    for (String text : ODD) {
      JsonNode whole = MAPPER.readTree(body);
      change(whole, whole, text, bodies);
    }
    return bodies;
  }

  private static void change(JsonNode whole, JsonNode part, String text, List<String> bodies)
      throws Exception {
    if (part instanceof ArrayNode array) {
      for (JsonNode item : array) {
        change(whole, item, text, bodies);
      }
    } else if (part instanceof ObjectNode object) {
      object.put(text, 1);
      bodies.add(written(whole));
      object.remove(text);
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        change(whole, member.getValue(), text, bodies);
        object.put(member.getKey(), text);
        bodies.add(written(whole));
        object.set(member.getKey(), member.getValue());
      }
    }
  }

  /** Writes half a surrogate as an escape, as a JSON library of any language does. */
  private static String written(JsonNode body) throws Exception {
    return new String(MAPPER.writeValueAsBytes(body), StandardCharsets.UTF_8);
  }

  private static void isNoFault(HttpRequest.Builder request, String sent) throws Exception {
    HttpResponse<String> answer = run.send(request);
    assertTrue(
        answer.statusCode() < 500,
        answer.request().uri() + " " + sent + ": " + answer.statusCode() + " " + answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/signing/processes | {'reference': 'a', 'expires_at': 'b', 'participants': [{"
            + "'personal_number': '189007159909', 'user_visible_data': 'I sign.',"
            + "'user_visible_data_format': 'PLAINTEXT', 'user_non_visible_data': 'SQ==',"
            + "'requirement': {'card_reader': 'c', 'certificate_policies': ['1.2.3.4.25']}}]}",
        "/signing/start | {'participant_id': 'ID', 'end_user_ip': '192.0.2.1',"
            + "'return_url': 'https://example.test/', 'web': {'referring_domain': 'example.test',"
            + "'user_agent': 'a', 'device_identifier': 'b'}}",
        "/signing/start | {'participant_id': 'ID', 'end_user_ip': '192.0.2.1',"
            + "'app': {'app_identifier': 'a', 'device_os': 'b', 'device_model_name': 'c',"
            + "'device_identifier': 'd'}}",
        "/signing/start/phone | {'participant_id': 'ID', 'call_initiator': 'RP'}",
        "/signing/collect | {'participant_id': 'ID', 'launch': 'QR'}",
        "/signing/cancel | {'participant_id': 'ID'}"
      },
      quoteCharacter = '"')
  void service_answers(String path, String body) throws Exception {
    for (String sent : odd(body.replace('\'', '"').replace("ID", participant))) {
      isNoFault(json(path, sent).header("Authorization", "Bearer " + token), sent);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "register | {'personal_number': '189007159909', 'user_visible_data': 'I sign.',"
            + "'user_visible_data_format': 'PLAINTEXT', 'idempotency_key': 'a'}",
        "start | {'participant_id': 'ID', 'visitor': 'FIRST', 'idempotency_key': 'a'}",
        "start/phone | {'participant_id': 'ID', 'idempotency_key': 'a'}",
        "collect | {'participant_id': 'ID', 'launch': 'QR'}",
        "cancel | {'participant_id': 'ID'}",
        "evidence | {'participant_id': 'ID'}"
      },
      quoteCharacter = '"')
  void partnerServer_answers(String action, String body) throws Exception {
    for (String sent : odd(body.replace('\'', '"').replace("ID", onThePage))) {
      isNoFault(json("/partner/" + action, sent).header("Cookie", session), sent);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d\ude00", "\ud83d", "\0", "a\r\nb", "å"})
  void partnerServer_refusesAKey_thatNoHeaderCanCarry(String key) throws Exception {
    String body = written(MAPPER.createObjectNode().put("idempotency_key", key));
    assertEquals(400, run.send(json("/partner/start", body)).statusCode());
  }

  @Test
  void sandbox_answers_alsoThroughAJoinedRun() throws Exception {
    for (String sent : odd("{\"qr_string\": \"a\", \"personal_number\": \"189007159909\"}")) {
      isNoFault(json("/sandbox/phone/scan", sent), sent);
      isNoFault(
          json("/sandbox/phone/scan", sent).uri(joined.url().resolve("/sandbox/phone/scan")), sent);
    }
  }

  @Test
  void awsEndpoints_answer() throws Exception {
    JsonNode settings = run.json(run.get("/sandbox/join")).path("settings");
    URI secrets = URI.create(settings.path("AWS_ENDPOINT_URL_SECRETS_MANAGER").asText());
    URI sqs = URI.create(settings.path("AWS_ENDPOINT_URL_SQS").asText());
    for (String sent : odd("{\"SecretId\": \"a\", \"VersionStage\": \"b\"}")) {
      isNoFault(
          json("/", sent).uri(secrets).header("X-Amz-Target", "secretsmanager.GetSecretValue"),
          sent);
    }
    Map<String, String> calls =
        Map.of(
            "SendMessageBatch",
                """
                {"QueueUrl": "FollowUpDeadLetterQueue",
                 "Entries": [{"Id": "1", "MessageBody": "b", "DelaySeconds": 1}]}
                """,
            "GetQueueAttributes",
                """
                {"QueueUrl": "FollowUpDeadLetterQueue", "AttributeNames": ["All"]}
                """,
            "GetQueueUrl",
                """
                {"QueueName": "FollowUpDeadLetterQueue"}
                """);
    for (Map.Entry<String, String> call : calls.entrySet()) {
      HttpRequest.Builder good = sqs(sqs, call.getKey(), call.getValue());
      assertEquals(200, run.send(good).statusCode(), call.getKey());
      for (String sent : odd(call.getValue())) {
        isNoFault(sqs(sqs, call.getKey(), sent), sent);
      }
    }
  }

  private static HttpRequest.Builder sqs(URI at, String operation, String body) {
    return json("/", body).uri(at).header("X-Amz-Target", "AmazonSQS." + operation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%F0%9F%98%80", "%ED%A0%BD", "%00", "%FF", "+", "%2B"})
  void pathQueryAndForm_areAnswered(String text) throws Exception {
    for (URI at : List.of(run.url(), joined.url())) {
      for (String path :
          List.of(
              "/X",
              "/?X",
              "/docs/X",
              "/page/X",
              "/partner/X",
              "/sandbox/X",
              "/sandbox/orders?personal_number=X",
              "/sandbox/phone/X?X=X",
              "/signing/processes/X?X",
              "/signing/processes/X?X=X&X",
              "/signing/participants/X/evidence")) {
        isNoFault(
            HttpRequest.newBuilder(at.resolve(path.replace("X", text)))
                .header("Authorization", "Bearer " + token),
            path);
      }
    }
    isNoFault(
        HttpRequest.newBuilder(run.url().resolve("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Basic 8J+YgDrwn5iA")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=" + text + "&scope=" + text + "&" + text + "=1")),
        text);
  }

  /** Sends bytes that no client library would send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/signing/start",
        "/signing/processes",
        "/partner/start",
        "/sandbox/phone/sign",
        "/oauth2/token"
      })
  void bytes_thatAreNotUtf8_areAnswered(String path) throws Exception {
    for (URI at : List.of(run.url(), joined.url())) {
      for (int[] odd :
          List.of(
              new int[] {0xED, 0xA0, 0xBD},
              new int[] {0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80},
              new int[] {0xF0, 0x9F, 0x98},
              new int[] {0xC0, 0x80},
              new int[] {0xFF, 0xFE})) {
        int status = status(at, path, odd);
        assertTrue(status >= 200 && status < 500, path + ": " + status);
      }
    }
  }

  /** Puts the bytes into headers, the query and the body, and returns the status. */
  private static int status(URI at, String path, int[] odd) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    put(body, "{\"participant_id\":\"");
    put(body, odd);
    put(body, "\"}");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    put(request, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    put(request, "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n");
    for (String header : List.of("User-Agent", "Idempotency-Key", "X-Odd", "Cookie")) {
      put(request, header + ": a");
      put(request, odd);
      put(request, "\r\n");
    }
    put(request, "Content-Length: " + body.size() + "\r\n\r\n");
    body.writeTo(request);
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), at.getPort())) {
      request.writeTo(socket.getOutputStream());
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void put(ByteArrayOutputStream out, int[] bytes) {
    for (int one : bytes) {
      out.write(one);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9.IvCfmIAi.AA", "..", "å"})
  void token_isRefused_whenItIsOdd(String odd) throws Exception {
    HttpRequest.Builder request =
        json("/signing/start", "{}").header("Authorization", "Bearer " + odd);
    assertEquals(401, run.send(request).statusCode());
  }
}
