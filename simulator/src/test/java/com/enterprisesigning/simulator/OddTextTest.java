package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that breaks careless readers is refused like any other wrong text, and never a fault. */
class OddTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Names and values: pairs and halves of surrogates, alone, beside letters, and in a row. */
  private static final List<String> ODD =
      List.of(
          "\ud83d\ude00",
          "\ud83d\ude00".repeat(30),
          "a".repeat(39) + "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ude00\ud83d",
          "a\ud83d",
          "\ud83da",
          "\ud83d".repeat(60),
          "\0",
          "\ufffd\uffff",
          "\u202eabc");

  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = new Bench();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  /** Writes half a surrogate as an escape, as a JSON library of any language does. */
  private static String written(JsonNode body) throws Exception {
    return new String(MAPPER.writeValueAsBytes(body), StandardCharsets.UTF_8);
  }

  /** Returns the bodies in which one text, or the name of one more member, is odd. */
  private static List<String> odd(String body) throws Exception {
    List<String> bodies = new ArrayList<>();
    for (String text : ODD) {
      JsonNode whole = MAPPER.readTree(body);
      List<ObjectNode> objects = new ArrayList<>(List.of((ObjectNode) whole));
      whole.forEach(member -> {
        if (member instanceof ObjectNode object) {
          objects.add(object);
        }
      });
      for (ObjectNode object : objects) {
        object.put(text, 1);
        bodies.add(written(whole));
        object.remove(text);
        for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
          object.put(member.getKey(), text);
          bodies.add(written(whole));
          object.set(member.getKey(), member.getValue());
        }
      }
    }
    return bodies;
  }

  private static void isNoFault(Https from, URI uri, String body) throws Exception {
    Reply reply = from.post(uri, body);
    assertTrue(reply.status() < 500, uri + " " + body + ": " + reply.status());
  }

  @Test
  void order_isMadeOrRefused() throws Exception {
    String launched =
        """
        {"endUserIp": "198.51.100.7", "userVisibleData": "SQ==", "userNonVisibleData": "SQ==",
         "userVisibleDataFormat": "plaintext", "returnUrl": "https://example.test/",
         "web": {"referringDomain": "example.test", "userAgent": "a", "deviceIdentifier": "b"},
         "requirement": {"personalNumber": "189007159909", "cardReader": "class1", "risk": "low",
                         "certificatePolicies": ["1.2.3.4.25"]}}
        """;
    String app =
        """
        {"endUserIp": "198.51.100.7", "userVisibleData": "SQ==",
         "app": {"appIdentifier": "a", "deviceOS": "b", "deviceModelName": "c",
                 "deviceIdentifier": "d"}}
        """;
    String byPhone =
        """
        {"personalNumber": "189007159909", "callInitiator": "RP", "userVisibleData": "SQ==",
         "requirement": {"cardReader": "class1"}}
        """;
    for (String body : odd(launched)) {
      isNoFault(bench.relyingParty, bench.rpUri("/sign"), body);
    }
    for (String body : odd(app)) {
      isNoFault(bench.relyingParty, bench.rpUri("/sign"), body);
    }
    for (String body : odd(byPhone)) {
      isNoFault(bench.relyingParty, bench.rpUri("/phone/sign"), body);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/collect", "/cancel"})
  void orderRef_isRefused(String call) throws Exception {
    for (String body : odd("{\"orderRef\": \"a\"}")) {
      Reply reply = bench.relyingParty.post(bench.rpUri(call), body);
      assertEquals("400 invalidParameters", reply.status() + " " + reply.errorCode(), body);
    }
  }

  @Test
  void phone_isRefused() throws Exception {
    Map<String, String> calls =
        Map.of(
            "/phone/scan", "{\"qr_string\": \"a\", \"personal_number\": \"189007159909\"}",
            "/phone/open", "{\"autostart_token\": \"a\", \"personal_number\": \"189007159909\"}",
            "/phone/answer", "{\"personal_number\": \"189007159908\"}",
            "/phone/sign", "{\"order_ref\": \"a\"}",
            "/phone/hint", "{\"order_ref\": \"a\", \"hint_code\": \"userSign\"}",
            "/collect-error",
                "{\"order_ref\": \"a\", \"status\": 503, \"error_code\": \"b\", \"seconds\": 4}");
    for (Map.Entry<String, String> call : calls.entrySet()) {
      for (String body : odd(call.getValue())) {
        isNoFault(bench.nobody, bench.sandboxUri(call.getKey()), body);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%F0%9F%98%80", "%ED%A0%BD", "%00", "%FF", "\ud83d\ude00"})
  void pathAndQuery_areRefused(String text) throws Exception {
    for (URI uri :
        List.of(
            bench.sandboxUri("/" + text),
            bench.sandboxUri("/orders?personal_number=" + text),
            bench.sandboxUri("/orders?" + text),
            bench.rpUri("/" + text))) {
      assertTrue(bench.relyingParty.get(uri).status() < 500, uri.toString());
    }
  }

  @Test
  void parameterOfEmoji_isNamedByQuestionMarks() throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON).put("\ud83d\ude00", 1);
    Reply reply = bench.rp("/sign", body);
    assertEquals("Unknown parameter ?", reply.details());
  }

  @Test
  void halfOfASurrogatePair_isRefused_evenInTextThatIsOnlyKept() throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON).put("returnUrl", "https://\ud83d");
    Reply reply = bench.relyingParty.post(bench.rpUri("/sign"), written(body));
    assertEquals("Invalid returnUrl", reply.details());
  }
}
