package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static com.enterprisesigning.local.blackbox.Caller.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The conflict rules, row by row ({@code docs/architecture.md#the-conflict-rules}): on one process,
 * and with the calls alternating between two.
 */
@ExtendWith(SharedRuns.class)
class ConflictRulesTest {
  private final Runs runs;

  ConflictRulesTest(Runs runs) {
    this.runs = runs;
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers409AndThen200_whenTheSameIpStartsAgainAndAgain(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    api.start(DEMO, participant).is(200);
    Conflicts.checkWithoutBlock(api.start(DEMO, participant), "/signing/start");
    assertTrue(
        runs.phone().orders(person).stream().noneMatch(JournalOrder::isLive),
        "an order is still live");
    api.start(DEMO, participant).is(200);
    Conflicts.checkWithoutBlock(api.start(DEMO, participant), "/signing/start");
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers409ToEverybody_whenTwoIpsHaveStarted_untilTheBlockEnds(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    List<String> participants = api.register(DEMO, person, person).participants();
    String ours = participants.getFirst();
    String others = api.register(OTHER, person).participant();
    api.start(DEMO, ours).is(200);
    Reply block = api.start(DEMO_ELSEWHERE, ours);
    Conflicts.checkNewBlock(block, "/signing/start", Runs.CROSS_IP_BLOCK);
    Conflicts.checkSameBlock(block, api.start(DEMO_ELSEWHERE, ours), "/signing/start");
    Conflicts.checkSameBlock(block, api.start(DEMO, ours), "/signing/start");
    Conflicts.checkSameBlock(block, api.startPhone(DEMO, ours), "/signing/start/phone");
    Conflicts.checkSameBlock(block, api.start(DEMO, participants.getLast()), "/signing/start");
    Conflicts.checkSameBlock(block, api.start(OTHER, others), "/signing/start");
    Conflicts.checkSameBlock(block, api.cancel(DEMO, ours), "/signing/cancel");
    Conflicts.checkSameBlock(block, api.cancel(OTHER, others), "/signing/cancel");
    Conflicts.checkSameBlock(block, api.start(DEMO, ours), "/signing/start");
    assertEquals(1, runs.phone().orders(person).size());
    assertTrue(
        runs.phone().orders(person).stream().noneMatch(JournalOrder::isLive),
        "an order is still live");
    Waiting.until(block.retryAt().orElseThrow());
    api.start(OTHER, others).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers409AndBlocks_whenAnotherIpFollowsASameIpConflict(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    Conflicts.checkWithoutBlock(api.start(DEMO, participant), "/signing/start");
    Reply block = api.start(DEMO_ELSEWHERE, participant);
    Conflicts.checkNewBlock(block, "/signing/start", Runs.CROSS_IP_BLOCK);
    Conflicts.checkSameBlock(block, api.start(DEMO, participant), "/signing/start");
    Waiting.until(block.retryAt().orElseThrow());
    api.start(DEMO_ELSEWHERE, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void startPhone_answers409_whenAPhoneStartRuns_untilItsMinuteIsOver(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.startPhone(DEMO, participant).is(200);
    Reply block = api.startPhone(DEMO, participant);
    Conflicts.checkNewBlock(block, "/signing/start/phone", Runs.PHONE_BLOCK);
    Conflicts.checkSameBlock(block, api.startPhone(DEMO, participant), "/signing/start/phone");
    Conflicts.checkSameBlock(block, api.start(DEMO, participant), "/signing/start");
    Conflicts.checkSameBlock(block, api.cancel(DEMO, participant), "/signing/cancel");
    Waiting.until(block.retryAt().orElseThrow());
    api.startPhone(DEMO, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void startPhone_answers409AndBlocks_whenAStartRuns(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    Reply block = api.startPhone(DEMO, participant);
    Conflicts.checkNewBlock(block, "/signing/start/phone", Runs.PHONE_BLOCK);
    Conflicts.checkSameBlock(block, api.start(DEMO, participant), "/signing/start");
    Waiting.until(block.retryAt().orElseThrow());
    api.start(DEMO_ELSEWHERE, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers409AndBlocks_whenAPhoneStartRuns(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.startPhone(DEMO, participant).is(200);
    Reply block = api.start(DEMO, participant);
    Conflicts.checkNewBlock(block, "/signing/start", Runs.PHONE_BLOCK);
    Conflicts.checkSameBlock(block, api.startPhone(DEMO, participant), "/signing/start/phone");
    Waiting.until(block.retryAt().orElseThrow());
    api.startPhone(DEMO, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers200ToEveryIp_afterCancel(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);
    api.start(DEMO_ELSEWHERE, participant).is(200);
    api.cancel(DEMO, participant).is(204);
    api.startPhone(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);
    api.start(DEMO, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers200_afterCancelOfTheConflictsOwnParticipant(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    api.start(DEMO, participant).is(409);
    api.cancel(DEMO, participant).is(204);
    api.start(DEMO_ELSEWHERE, participant).is(200);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers200_afterAnotherParticipantOfThePersonHasSigned(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    List<String> participants = api.register(DEMO, person, person).participants();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participants.getFirst()).is(200)));
    api.collectUntil(DEMO, participants.getFirst(), Reply::isEnd);
    api.start(DEMO_ELSEWHERE, participants.getLast()).is(200);
    api.start(DEMO, participants.getFirst()).is(409, "SIGNING_ALREADY_COMPLETED");
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void start_answers200AndKeepsTheSignature_whenNobodyHasCollectedIt(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String person = runs.person();
    List<String> participants = api.register(DEMO, person, person).participants();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participants.getFirst()).is(200)));
    api.start(DEMO_ELSEWHERE, participants.getLast()).is(200);
    assertEquals("COMPLETE", api.collect(DEMO, participants.getFirst()).text("status"));
    assertTrue(
        api.evidence(DEMO, participants.getFirst()).is(200).body().path("verified").asBoolean());
  }

  @ParameterizedTest
  @EnumSource
  void start_answers200ToEveryIp_afterTheWindowsEnd(Gateways gateways) throws Exception {
    try (RunProcess shortWindow = runs.join(Map.of("SIGNING_WINDOW_SECONDS", "3"))) {
      Api api =
          gateways == Gateways.ONE ? runs.api(shortWindow) : runs.api(shortWindow, runs.first());
      // Registered at another gateway, so that the first call to these, the start, reaches the one
      // with the short window.
      String person = runs.person();
      String participant = runs.api(Gateways.ONE).register(DEMO, person).participant();
      Reply started = api.start(DEMO, participant).is(200);
      Waiting.until(started.time("expires_at"));
      api.start(DEMO_ELSEWHERE, participant).is(200);
      assertEquals(
          List.of(Optional.of("cancelled"), Optional.empty()),
          runs.phone().orders(person).stream().map(JournalOrder::outcome).toList());
    }
  }
}
