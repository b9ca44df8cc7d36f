package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The animated QR code as a polling page sees it: {@code
 * docs/bankid.md#the-qr-code-and-the-launch-urls}.
 */
@ExtendWith(SharedRuns.class)
class QrStringTest {
  private final Runs runs;

  QrStringTest(Runs runs) {
    this.runs = runs;
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void qrString_changesEverySecond_andCountsWholeSecondsSinceTheStart(Gateways gateways)
      throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    Reply started = api.start(DEMO, participant).is(200);
    checkSeconds(started, started);
    Reply before = started;
    for (int i = 0; i < 3; i++) {
      Waiting.until(before.receivedAt().plusSeconds(1));
      Reply next = api.collect(DEMO, participant).is(200);
      assertNotEquals(before.text("qr_string"), next.text("qr_string"));
      checkSeconds(started, next);
      before = next;
    }
  }

  /**
   * Allows for the order having been created at any time between the start's sending and its
   * answer.
   */
  private static void checkSeconds(Reply started, Reply shown) {
    long seconds = Long.parseLong(shown.text("qr_string").split("\\.", -1)[2]);
    long least = Duration.between(started.receivedAt(), shown.sentAt()).toSeconds();
    long most = Duration.between(started.sentAt(), shown.receivedAt()).toSeconds();
    assertTrue(least <= seconds && seconds <= most, seconds + " s, not " + least + " to " + most);
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void qrString_isAcceptedByThePhone_andAbsentOnceScanned(Gateways gateways) throws Exception {
    Api api = runs.api(gateways);
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant).is(200);
    runs.phone().scan(api.collect(DEMO, participant).is(200));
    Reply scanned =
        api.collectUntil(DEMO, participant, reply -> reply.text("hint_code").equals("USER_SIGN"));
    assertFalse(scanned.has("qr_string"));
    assertEquals(2000, scanned.body().path("next_collect_ms").asInt());
    assertFalse(api.collect(DEMO, participant).is(200).has("qr_string"));
  }
}
