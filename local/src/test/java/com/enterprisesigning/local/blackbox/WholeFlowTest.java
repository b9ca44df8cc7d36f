package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the registration to the evidence, for each way to sign. */
@ExtendWith(SharedRuns.class)
class WholeFlowTest {
  private final Runs runs;

  WholeFlowTest(Runs runs) {
    this.runs = runs;
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void scannedCode_leadsToTheEvidence(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    Registered registered = api.register(DEMO, person);
    String participant = registered.participant();
    api.start(DEMO_ELSEWHERE, participant).is(200);
    String order = runs.phone().scan(api.collect(DEMO, participant).is(200));
    runs.phone().sign(order);
    Reply complete = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals("COMPLETE", complete.text("status"));
    assertEquals(complete.lasting(), api.collect(DEMO, participant).is(200).lasting());
    Reply evidence = checkEvidence(api, registered, person, order);
    assertEquals("START", evidence.text("channel"));
    assertEquals("127.0.0.2", evidence.text("end_user_ip"));
    assertEquals(complete.text("signed_at"), evidence.text("signed_at"));
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void openedApp_leadsToTheEvidence(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    Registered registered = api.register(DEMO, person);
    String order = runs.phone().open(api.start(DEMO, registered.participant()).is(200));
    runs.phone().sign(order);
    assertEquals(
        "COMPLETE", api.collectUntil(DEMO, registered.participant(), Reply::isEnd).text("status"));
    checkEvidence(api, registered, person, order);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void answeredCall_leadsToTheEvidence(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    Registered registered = api.register(DEMO, person);
    String participant = registered.participant();
    api.startPhone(DEMO, participant).is(200);
    String order = runs.phone().answer(person);
    api.collectUntil(
        DEMO, participant, reply -> reply.text("hint_code").equals("USER_CALL_CONFIRM"));
    runs.phone().confirmCall(order);
    runs.phone().sign(order);
    assertEquals("COMPLETE", api.collectUntil(DEMO, participant, Reply::isEnd).text("status"));
    Reply evidence = checkEvidence(api, registered, person, order);
    assertEquals("START_PHONE", evidence.text("channel"));
    assertFalse(evidence.has("end_user_ip"));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void collect_answersComplete_whenTheProcessThatStartedItWasKilled() throws Exception {
    String person = runs.person();
    Api survivor = runs.api(Gateways.ONE);
    Registered registered = survivor.register(DEMO, person);
    String order;
    try (RunProcess killed = runs.join(Map.of())) {
      Api api = runs.api(killed);
      Reply started = api.start(DEMO, registered.participant()).is(200);
      order = runs.phone().open(started);
      api.collectUntil(
          DEMO, registered.participant(), reply -> reply.text("hint_code").equals("USER_SIGN"));
      killed.kill();
    }
    runs.phone().sign(order);
    assertEquals(
        "COMPLETE",
        survivor.collectUntil(DEMO, registered.participant(), Reply::isEnd).text("status"));
    checkEvidence(survivor, registered, person, order);
  }

  private static Reply checkEvidence(Api api, Registered registered, String person, String order)
      throws Exception {
    Reply evidence = api.evidence(DEMO, registered.participant()).is(200);
    assertTrue(evidence.body().path("verified").asBoolean(), "verified");
    assertEquals(registered.process(), evidence.text("process_id"));
    assertEquals(registered.participant(), evidence.text("participant_id"));
    assertEquals(order, evidence.text("order_ref"));
    assertEquals(person, evidence.body().at("/user/personal_number").asText());
    assertEquals("I accept the loan.", evidence.text("user_visible_data"));
    String signature =
        new String(Base64.getDecoder().decode(evidence.text("signature")), StandardCharsets.UTF_8);
    assertTrue(signature.contains("<SignatureValue") || signature.contains(":SignatureValue"));
    return evidence;
  }
}
