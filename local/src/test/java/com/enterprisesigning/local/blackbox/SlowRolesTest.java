package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The roles that take half a minute; {@link RolesTest} has the others. No other test uses them, so
 * this class runs beside the rest.
 */
@Tag("thorough")
@ExtendWith(SharedRuns.class)
@Execution(ExecutionMode.CONCURRENT)
class SlowRolesTest {
  private static final String NEVER_OPENS = "Olle";
  private static final String IS_LOST = "Britta";

  /** Their given names. */
  static final Set<String> TRIED = Set.of(NEVER_OPENS, IS_LOST);

  private final Runs runs;
  private final Api api;

  SlowRolesTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.TWO_IN_TURN);
  }

  private String participant(String givenName) throws Exception {
    return api.register(DEMO, runs.phone().personalNumber(givenName)).participant();
  }

  @Test
  void personWhoNeverOpensTheApp_getsFAILED_withTheHint_andBankIdsText() throws Exception {
    String participant = participant(NEVER_OPENS);
    api.start(DEMO, participant).is(200);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals(
        List.of("FAILED", "START_FAILED", "RFA17B"),
        List.of(
            end.text("status"),
            end.text("hint_code"),
            end.body().at("/user_message/code").asText()));
    api.start(DEMO, participant).is(200);
    api.cancel(DEMO, participant).is(204);
  }

  @Test
  void lostOrder_isACollectError_afterTheGrace() throws Exception {
    String participant = participant(IS_LOST);
    api.start(DEMO, participant).is(200);
    Reply end = api.collectUntil(DEMO, participant, Reply::isEnd);
    assertEquals("COLLECT_ERROR", end.text("status"));
    api.evidence(DEMO, participant).is(404, "EVIDENCE_NOT_FOUND");
    api.start(DEMO, participant).is(200);
  }
}
