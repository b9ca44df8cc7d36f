package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static com.enterprisesigning.local.blackbox.Caller.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A retry after a lost answer is not a conflict: {@code docs/architecture.md#the-contract},
 * Idempotency-Key.
 */
@ExtendWith(SharedRuns.class)
class IdempotencyTest {
  private static final String HEADER = "Idempotency-Key";

  private final Runs runs;
  private final String key = UUID.randomUUID().toString();

  IdempotencyTest(Runs runs) {
    this.runs = runs;
  }

  @ParameterizedTest
  @EnumSource
  void start_answersTheSameOrder_whenRetried(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    Reply first = api.start(DEMO, participant, HEADER, key).is(200);
    Reply retried = api.start(DEMO, participant, HEADER, key).is(200);
    assertEquals(first.lasting("qr_string"), retried.lasting("qr_string"));
    assertEquals(1, runs.phone().orders(person).size());
    runs.phone().scan(retried);
  }

  @ParameterizedTest
  @EnumSource
  void start_answers422AndKeepsTheOrder_whenTheKeyComesWithOtherMembers(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    Reply first = api.start(DEMO, participant, HEADER, key).is(200);
    api.start(DEMO, participant, Map.of("return_risk", true), HEADER, key)
        .is(422, "IDEMPOTENCY_KEY_REUSED");
    runs.phone().open(first);
  }

  @ParameterizedTest
  @EnumSource
  void start_answers409_whenTheKeyComesFromAnotherIp(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant, HEADER, key).is(200);
    Conflicts.checkNewBlock(
        api.start(DEMO_ELSEWHERE, participant, HEADER, key), "/signing/start", Runs.CROSS_IP_BLOCK);
  }

  @ParameterizedTest
  @EnumSource
  void startPhone_answersTheSameOrder_whenRetried(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    Reply first = api.startPhone(DEMO, participant, HEADER, key).is(200);
    assertEquals(first.lasting(), api.startPhone(DEMO, participant, HEADER, key).is(200).lasting());
    assertEquals(1, runs.phone().orders(person).size());
  }

  @ParameterizedTest
  @EnumSource
  void registration_answersTheSameBody_whenRepeated(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    Map<String, Object> body = api.registration("loan-4711", runs.person(), runs.person());
    Reply first = api.post(DEMO, "/signing/processes", body, HEADER, key).is(201);
    // The answer stays the same, whatever has happened to the process meanwhile.
    api.start(DEMO, Registered.of(first).participant()).is(200);
    Reply repeated = api.post(DEMO, "/signing/processes", body, HEADER, key).is(201);
    assertEquals(first.body(), repeated.body());
  }

  @ParameterizedTest
  @EnumSource
  void registration_answers422_whenTheKeyComesWithAnotherBody(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    api.post(DEMO, "/signing/processes", api.registration("one", person), HEADER, key).is(201);
    api.post(DEMO, "/signing/processes", api.registration("two", person), HEADER, key)
        .is(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @ParameterizedTest
  @EnumSource
  void registration_isSeparate_whenAnotherClientUsesTheKey(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    Map<String, Object> body = api.registration("loan-4711", runs.person());
    Reply ours = api.post(DEMO, "/signing/processes", body, HEADER, key).is(201);
    Reply others = api.post(OTHER, "/signing/processes", body, HEADER, key).is(201);
    assertNotEquals(ours.text("id"), others.text("id"));
    assertNotEquals(Registered.of(ours).participant(), Registered.of(others).participant());
  }

  @ParameterizedTest
  @EnumSource
  void start_answers409_whenAnotherClientUsesTheKey(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    api.start(DEMO, api.register(DEMO, person).participant(), HEADER, key).is(200);
    Conflicts.checkWithoutBlock(
        api.start(OTHER, api.register(OTHER, person).participant(), HEADER, key), "/signing/start");
  }
}
