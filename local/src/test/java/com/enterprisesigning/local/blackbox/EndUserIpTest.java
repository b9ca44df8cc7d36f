package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The IP that counts is the end user's: {@code docs/architecture.md#the-conflict-rules}. */
@ExtendWith(SharedRuns.class)
class EndUserIpTest {
  private static final String MEMBER = "end_user_ip";
  private static final Caller SERVER_ELSEWHERE = new Caller("server", "127.0.0.2");

  private final Runs runs;

  EndUserIpTest(Runs runs) {
    this.runs = runs;
  }

  @ParameterizedTest
  @EnumSource
  void start_answers400_whenAServerSendsNoEndUserIp(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(SERVER, runs.person()).participant();
    Reply refused = api.start(SERVER, participant).is(400, "INVALID_REQUEST");
    assertTrue(refused.text("detail").contains(MEMBER), refused.text("detail"));
    api.start(SERVER, participant, Map.of(MEMBER, "192.0.2.1")).is(200);
  }

  @ParameterizedTest
  @EnumSource
  void start_answers403_whenAClientWithoutTheScopeSendsEndUserIp(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant, Map.of(MEMBER, "192.0.2.1")).is(403, "END_USER_IP_NOT_ALLOWED");
    api.start(DEMO, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  void conflict_dependsOnTheSentIp_notOnTheConnection(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String same = api.register(SERVER, runs.person()).participant();
    api.start(SERVER, same, Map.of(MEMBER, "192.0.2.1")).is(200);
    Conflicts.checkWithoutBlock(
        api.start(SERVER_ELSEWHERE, same, Map.of(MEMBER, "192.0.2.1")), "/signing/start");
    String others = api.register(SERVER, runs.person()).participant();
    api.start(SERVER, others, Map.of(MEMBER, "192.0.2.1")).is(200);
    Conflicts.checkNewBlock(
        api.start(SERVER, others, Map.of(MEMBER, "192.0.2.2")),
        "/signing/start",
        Runs.CROSS_IP_BLOCK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::ffff:192.0.2.1", "::FFFF:c000:0201", "0:0:0:0:0:ffff:192.0.2.1"})
  void ipv4MappedIpv6_isTheIpv4(String mapped) throws Exception {
    Api api = runs.api(Gateways.TWO_IN_TURN);
    String participant = api.register(SERVER, runs.person()).participant();
    api.start(SERVER, participant, Map.of(MEMBER, "192.0.2.1")).is(200);
    Conflicts.checkWithoutBlock(
        api.start(SERVER, participant, Map.of(MEMBER, mapped)), "/signing/start");
  }

  @ParameterizedTest
  @EnumSource
  void evidence_containsTheSentIp(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(SERVER, runs.person()).participant();
    runs.phone()
        .sign(
            runs.phone()
                .open(api.start(SERVER, participant, Map.of(MEMBER, "2001:DB8::7")).is(200)));
    api.collectUntil(SERVER, participant, Reply::isEnd);
    assertEquals(
        "2001:db8:0:0:0:0:0:7", api.evidence(SERVER, participant).is(200).text("end_user_ip"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "192.0.2", "192.0.2.256", "0300.0.2.1", "fe80::1%eth0", "[::1]", ""})
  void start_answers400_whenTheIpIsInvalid(String none) throws Exception {
    Api api = runs.api(Gateways.TWO_IN_TURN);
    String participant = api.register(SERVER, runs.person()).participant();
    api.start(SERVER, participant, Map.of(MEMBER, none)).is(400, "INVALID_REQUEST");
    api.collect(SERVER, participant).is(409, "SIGNING_NOT_STARTED");
  }
}
