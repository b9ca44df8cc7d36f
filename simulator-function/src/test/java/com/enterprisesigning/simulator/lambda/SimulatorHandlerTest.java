package com.enterprisesigning.simulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.lambda.FunctionUrl.Reply;
import com.enterprisesigning.simulator.order.InMemoryOrders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorHandlerTest {
  private static final String PERSON = "189007159909";
  private static final String RP = "/" + FunctionUrl.SECRET + "/rp/v6.0";
  private static final String SANDBOX = "/" + FunctionUrl.SECRET + "/sandbox";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FunctionUrl url = new FunctionUrl(new InMemoryOrders());

  private static ObjectNode signBody() {
    ObjectNode body = MAPPER.createObjectNode().put("endUserIp", "198.51.100.7");
    body.put("userVisibleData", Base64.getEncoder().encodeToString("I agree. Å".getBytes(UTF_8)));
    body.putObject("requirement").put("personalNumber", PERSON);
    return body;
  }

  private static JsonNode member(String name, String value) {
    return MAPPER.createObjectNode().put(name, value);
  }

  @Test
  void anOrder_isMadeOpenedSignedAndCollected_withoutAClientCertificate() throws Exception {
    Reply created = url.post(RP + "/sign", signBody());
    JsonNode orderRef = member("orderRef", created.text("orderRef"));
    assertEquals("outstandingTransaction", url.post(RP + "/collect", orderRef).text("hintCode"));

    Reply opened =
        url.post(
            SANDBOX + "/phone/open", member("autostart_token", created.text("autoStartToken")));
    url.post(SANDBOX + "/phone/sign", member("order_ref", created.text("orderRef")));

    assertEquals("I agree. Å", opened.text("user_visible_data"));
    assertEquals("complete", url.post(RP + "/collect", orderRef).text("status"));
    assertEquals(400, url.post(RP + "/collect", orderRef).status());
  }

  @Test
  void everyAnswer_isJson_andMustNotBeCached() throws Exception {
    Reply reply = url.get(SANDBOX + "/roles");

    assertEquals(200, reply.status());
    assertEquals("application/json", reply.headers().get("Content-Type"));
    assertEquals("no-store", reply.headers().get("Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sandbox/roles",
        "/rp/v6.0/collect",
        "//sandbox/roles",
        "/51af3dc0-71ca-11f0-8de9-0242ac120003/sandbox/roles",
        "/51af3dc0-71ca-11f0-8de9-0242ac120002",
        "/51af3dc0-71ca-11f0-8de9-0242ac120002/",
        "/51af3dc0-71ca-11f0-8de9-0242ac120002/sandbox",
        "/51af3dc0-71ca-11f0-8de9-0242ac120002/other"
      })
  void aPath_withoutTheSecretOrACallBehindIt_isNotFound(String path) throws Exception {
    Reply reply = url.get(path);

    assertEquals(404, reply.status());
    assertEquals("Not Found", reply.text("message"));
  }

  @Test
  void aBody_inBase64_isTheSameBody() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(signBody().toString().getBytes(UTF_8));

    assertEquals(200, url.call(FunctionUrl.event("POST", RP + "/sign", base64, true)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ud83d\ude00",
        "\ud83d",
        "a\ude00",
        "\ude00\ud83d",
        "\0",
        "\ufffd\uffff",
        "%ED%A0%BD"
      })
  void oddText_isRefused_likeOtherWrongText(String odd) throws Exception {
    ObjectNode unknown = signBody().put(odd, 1);
    ObjectNode kept = signBody().put("userNonVisibleData", odd);
    for (Reply reply :
        List.of(
            url.post(RP + "/sign", unknown),
            url.post(RP + "/sign", kept),
            url.call(FunctionUrl.event("POST", RP + "/sign", escaped(unknown), true)),
            url.call(FunctionUrl.event("POST", RP + "/sign", escaped(kept), true)),
            url.post(RP + "/collect", member("orderRef", odd)),
            url.post(SANDBOX + "/phone/open", member("autostart_token", odd)),
            url.post(SANDBOX + "/phone/answer", member("personal_number", odd)),
            url.get(SANDBOX + "/orders?personal_number=" + odd),
            url.get(SANDBOX + "/orders?" + odd),
            url.post(RP + "/" + odd, signBody()),
            url.get(SANDBOX + "/" + odd),
            url.get("/" + odd + "/sandbox"))) {
      assertTrue(List.of(400, 404).contains(reply.status()), reply.toString());
    }
  }

  /** Returns JSON in base64, with half a surrogate pair as an escape. */
  private static String escaped(JsonNode body) throws Exception {
    return Base64.getEncoder().encodeToString(MAPPER.writeValueAsBytes(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7aC9", "7aC97biA", "8J+Y", "wIA=", "//4=", "not base64"})
  void bytes_thatAreNotUtf8_orNotBase64_areRefused(String base64) throws Exception {
    for (String path : List.of(RP + "/sign", SANDBOX + "/phone/sign")) {
      assertEquals(400, url.call(FunctionUrl.event("POST", path, base64, true)).status());
    }
  }

  @Test
  void get_isAnswered405_byTheWireApi() throws Exception {
    Reply reply = url.get(RP + "/collect");

    assertEquals(405, reply.status());
    assertEquals("POST", reply.headers().get("Allow"));
  }

  @Test
  void theJournal_isAskedByPersonalNumber() throws Exception {
    url.post(RP + "/sign", signBody());

    assertEquals(1, url.get(SANDBOX + "/orders?personal_number=" + PERSON).body().size());
    assertEquals(0, url.get(SANDBOX + "/orders?personal_number=188902089872").body().size());
  }

  @Test
  void eachCall_writesOneLine_thatSaysWhatWasAnswered() throws Exception {
    url.post(RP + "/sign", signBody());
    url.post(RP + "/sign", signBody());

    List<JsonNode> lines = url.logLines();

    assertEquals(
        MAPPER.readTree(
            """
            {"timestamp": "2026-03-01T10:00:00.123Z", "level": "INFO", "message": "Answered",
             "function_request_id": "7a3c1e52-request", "status": 200, "method": "POST",
             "path": "/rp/v6.0/sign", "millis": 0}
            """),
        lines.getFirst());
    assertEquals("alreadyInProgress", lines.get(1).get("error_code").textValue());
    assertEquals(2, lines.size());
  }

  @Test
  void theLog_hasNoSecret_noPersonalNumber_noToken_andNoSignature() throws Exception {
    Reply created = url.post(RP + "/sign", signBody());
    url.post(SANDBOX + "/phone/open", member("autostart_token", created.text("autoStartToken")));
    url.post(SANDBOX + "/phone/sign", member("order_ref", created.text("orderRef")));
    Reply complete = url.post(RP + "/collect", member("orderRef", created.text("orderRef")));
    url.get(SANDBOX + "/orders?personal_number=" + PERSON);
    url.get(SANDBOX + "/orders/" + PERSON);
    url.get(RP + "/" + PERSON);
    url.post(RP + "/sign", member(PERSON, PERSON));

    String signature = complete.body().at("/completionData/signature").textValue();
    for (String secret :
        List.of(
            FunctionUrl.SECRET,
            PERSON,
            created.text("orderRef"),
            created.text("autoStartToken"),
            created.text("qrStartToken"),
            created.text("qrStartSecret"),
            signature.substring(0, 40))) {
      assertFalse(url.log().contains(secret), secret);
    }
  }

  @Test
  void aBug_isAnswered500_andTheLogSaysWhereItIs_withoutItsMessage() throws Exception {
    FunctionUrl broken = new FunctionUrl(new BrokenOrders());

    Reply wire = broken.post(RP + "/collect", member("orderRef", "one"));
    Reply control = broken.get(SANDBOX + "/orders");

    assertEquals("internalError", wire.text("errorCode"));
    assertEquals(500, control.status());
    String exception = broken.logLines().getFirst().get("exception").textValue();
    assertTrue(exception.contains("BrokenOrders.find(BrokenOrders.java"), exception);
    assertFalse(broken.log().contains(BrokenOrders.MESSAGE));
  }
}
