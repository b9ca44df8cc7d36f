package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A person plays the phone through the control API ({@code docs/architecture.md#the-simulator}).
 */
class PhoneTest {
  @AutoClose private final Bench bench = new Bench();

  @Test
  void scan_showsTheTextAndMovesToUserSign() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.passSeconds(7);
    Reply scanned = bench.scan(order, 7);
    assertEquals(200, scanned.status());
    assertEquals(order.body().get("orderRef"), scanned.body().get("order_ref"));
    assertEquals(Bench.TEXT, scanned.body().get("user_visible_data").textValue());
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
    assertEquals(200, bench.hint("fail", order, "brandNew").status());
    assertEquals("failed/brandNew", bench.collected(order));
  }

  @Test
  void hint_letsTheAppBeBusy_untilItComesBack() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.hint("hint", order, "processing");
    assertEquals(409, bench.phone("sign", order).status());
    bench.hint("hint", order, "userSign");
    assertEquals(200, bench.phone("sign", order).status());
  }

  @Test
  void noClient_isNotAPickUp_soTheOrderCanStillBeScannedOrAnswered() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.hint("hint", order, "noClient");
    assertEquals(409, bench.phone("cancel", order).status());
    assertEquals(200, bench.scan(order, 0).status());

    Reply call = bench.phoneSign(Bench.OTHER_PERSON);
    bench.hint("hint", call, "noClient");
    assertEquals(200, bench.phone("answer", "personal_number", Bench.OTHER_PERSON).status());
  }

  @Test
  void noClient_afterThePickUp_doesNotMakeTheOrderFail() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.hint("hint", order, "noClient");
    bench.passSeconds(30);
    assertEquals("pending/noClient", bench.collected(order));
  }

  @Test
  void authOrder_isOpenedAndSigned_withoutAText() throws Exception {
    Reply order = bench.create("auth", Bench.PERSON);
    Reply opened = bench.open(order);
    assertTrue(opened.body().get("user_visible_data").isNull());
    bench.phone("sign", order);
    assertEquals("complete", bench.collected(order));
  }

  @Test
  void phoneAuthOrder_isAnsweredConfirmedAndSigned() throws Exception {
    Reply order = bench.create("phone/auth", Bench.PERSON);
    bench.phone("answer", "personal_number", Bench.PERSON);
    bench.phone("confirm-call", order);
    bench.phone("sign", order);
    assertEquals("complete", bench.collected(order));
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
    bench.passSeconds(180);
    assertEquals(409, bench.phone("sign", order).status());
  }

  @Test
  void order_thatNamesNobody_isSignedByWhoeverOpensIt() throws Exception {
    Reply order = bench.rp("/sign", Bench.namingNobody(bench.signBody(Bench.PERSON)));
    assertEquals(400, bench.open(order).status());
    bench.open(order, Bench.OTHER_PERSON);
    bench.phone("sign", order);
    assertEquals(
        Bench.OTHER_PERSON,
        bench.collect(order).body().at("/completionData/user/personalNumber").textValue());
  }

  @Test
  void sign_answers409_whenTheOrderNamesNobody_andNobodyHasPickedItUp() throws Exception {
    Reply order = bench.rp("/sign", Bench.namingNobody(bench.signBody(Bench.PERSON)));
    bench.hint("hint", order, "userSign");

    Reply signed = bench.phone("sign", order);

    assertEquals(409, signed.status());
    assertEquals("Nobody has picked up the order. Scan or open first.", signed.message());
    assertEquals("pending/userSign", bench.collected(order));
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
