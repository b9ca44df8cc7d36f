package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Design section 8: a person plays the phone through the control API. */
class PhoneTest {
  private Bench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new Bench();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void scan_showsTheTextAndMovesToUserSign() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turnSeconds(7);
    Reply scanned = bench.scan(order, 7);
    assertEquals(200, scanned.status());
    assertEquals(order.body().get("orderRef"), scanned.body().get("order_ref"));
    assertEquals(Bench.TEXT, scanned.body().get("user_visible_data").textValue());
    assertEquals("pending/userSign", bench.collected(order));
  }

  @Test
  void scan_takesAFrame_fiveSecondsAfterItsTime() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turnSeconds(7);
    assertEquals(200, bench.scan(order, 2).status());
  }

  @Test
  void scan_answers409_whenTheFrameIsStale() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turn(Duration.ofMillis(7_001));
    Reply scanned = bench.scan(order, 2);
    assertEquals(409, scanned.status());
    assertTrue(scanned.message().contains("stale"));
    assertEquals("pending/outstandingTransaction", bench.collected(order));
  }

  @Test
  void scan_answers409_whenTheFrameIsAheadOfItsTime() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turn(Duration.ofMillis(1_500));
    assertEquals(409, bench.scan(order, 2).status());
  }

  @Test
  void scan_answers400_whenTheCodeIsOfAnotherTime() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turnSeconds(1);
    String frame = Bench.qr(order, 0).replaceFirst("\\.0\\.", ".1.");
    assertEquals(400, bench.phone("scan", "qr_string", frame).status());
  }

  @Test
  void scan_answers400_whenThatIsNoFrame() throws Exception {
    assertEquals(400, bench.phone("scan", "qr_string", "https://example.com").status());
  }

  @Test
  void scan_answers404_whenNoOrderHasThatToken() throws Exception {
    String unknown =
        "bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0."
            + "dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8";
    assertEquals(404, bench.phone("scan", "qr_string", unknown).status());
  }

  @Test
  void open_goesThroughUserMrtd_whereRequired() throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    ((ObjectNode) body.get("requirement")).put("mrtd", true);
    Reply order = bench.rp("/sign", body);
    bench.open(order);
    assertEquals("pending/userMrtd", bench.collected(order));
    assertEquals(409, bench.phone("sign", order).status());
    bench.clock.turnSeconds(3);
    assertEquals("pending/userSign", bench.collected(order));
  }

  @Test
  void open_answers409_whenTheOrderIsOpenAlready() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    assertEquals(409, bench.open(order).status());
  }

  @Test
  void phoneOrder_isAnsweredConfirmedAndSigned() throws Exception {
    Reply order = bench.phoneSign(Bench.PERSON);
    Reply answered = bench.phone("answer", "personal_number", Bench.PERSON);
    assertEquals(order.body().get("orderRef"), answered.body().get("order_ref"));
    assertEquals(Bench.TEXT, answered.body().get("user_visible_data").textValue());
    assertEquals("pending/userCallConfirm", bench.collected(order));
    assertEquals(409, bench.phone("sign", order).status());
    bench.phone("confirm-call", order);
    assertEquals("pending/userSign", bench.collected(order));
    bench.phone("sign", order);
    assertEquals("complete", bench.collected(order));
  }

  @Test
  void phoneOrder_fails_whenTheCallIsDenied() throws Exception {
    Reply order = bench.phoneSign(Bench.PERSON);
    bench.phone("answer", "personal_number", Bench.PERSON);
    bench.phone("deny-call", order);
    assertEquals("failed/userDeclinedCall", bench.collected(order));
  }

  @Test
  void phoneOrder_answersItsReferenceAlone() throws Exception {
    Reply order = bench.phoneSign(Bench.PERSON);
    assertEquals(
        List.of("orderRef"), order.body().propertyStream().map(it -> it.getKey()).toList());
  }

  @Test
  void answer_answers404_whenThePersonHasNoPhoneOrder() throws Exception {
    bench.sign(Bench.PERSON);
    assertEquals(404, bench.phone("answer", "personal_number", Bench.PERSON).status());
  }

  @Test
  void sign_answers409_beforeTheOrderIsOpen() throws Exception {
    Reply signed = bench.phone("sign", bench.sign(Bench.PERSON));
    assertEquals(409, signed.status());
    assertTrue(signed.message().contains("outstandingTransaction"));
  }

  @Test
  void cancel_answers409_beforeTheOrderIsOpen() throws Exception {
    assertEquals(409, bench.phone("cancel", bench.sign(Bench.PERSON)).status());
  }

  @Test
  void fail_endsTheOrderWithThatHint() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    Reply failed =
        bench.nobody.post(
            bench.sandboxUri("/phone/fail"),
            "{\"order_ref\":" + order.body().get("orderRef") + ",\"hint_code\":\"brandNew\"}");
    assertEquals(200, failed.status());
    assertEquals("failed/brandNew", bench.collected(order));
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirm-call", "deny-call", "sign", "cancel"})
  void action_answers404_whenTheOrderIsUnknown(String action) throws Exception {
    assertEquals(404, bench.phone(action, "order_ref", "none").status());
  }

  @Test
  void action_answers409_whenTheOrderHasEnded() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.clock.turnSeconds(180);
    assertEquals(409, bench.phone("sign", order).status());
  }

  @Test
  void order_thatNamesNobody_isSignedByWhoeverOpensIt() throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    body.remove("requirement");
    Reply order = bench.rp("/sign", body);
    assertEquals(400, bench.open(order).status());
    bench.nobody.post(
        bench.sandboxUri("/phone/open"),
        "{\"autostart_token\":"
            + order.body().get("autoStartToken")
            + ",\"personal_number\":\""
            + Bench.OTHER_PERSON
            + "\"}");
    bench.phone("sign", order);
    assertEquals(
        Bench.OTHER_PERSON,
        bench.collect(order).body().at("/completionData/user/personalNumber").textValue());
  }

  @Test
  void action_answers415_whenTheBodyIsNotJson() throws Exception {
    assertEquals(
        415,
        bench.nobody.send("POST", bench.sandboxUri("/phone/sign"), "text/plain", "{}").status());
  }

  @Test
  void action_takesJsonWithCharset() throws Exception {
    assertEquals(
        404,
        bench
            .nobody
            .send(
                "POST",
                bench.sandboxUri("/phone/sign"),
                "application/json; charset=utf-8",
                "{\"order_ref\":\"none\"}")
            .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"order_ref\":7}"})
  void action_answers400_whenTheBodyIsWrong(String body) throws Exception {
    Reply reply = bench.nobody.post(bench.sandboxUri("/phone/sign"), body);
    assertEquals(400, reply.status());
    assertTrue(reply.body().get("message").isTextual());
  }

  @Test
  void action_answers405_whenNotPost() throws Exception {
    assertEquals(405, bench.nobody.get(bench.sandboxUri("/phone/sign")).status());
  }

  @Test
  void otherPath_answers404() throws Exception {
    assertEquals(404, bench.nobody.get(bench.sandboxUri("/phone/ring")).status());
  }
}
