package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.Samples.CLIENT;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.Signings.Claimed;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What collects of an attempt may write, and in which status. They must not touch another attempt.
 */
public abstract class AttemptContract extends TableContract {
  private static final Duration INTERVAL = Duration.ofMillis(1800);

  private Guard.Live live;
  private UUID token;

  @BeforeEach
  void startIt() {
    live = activate();
    token = live.running().token();
  }

  @Test
  void claim_ofAPendingOrder_isWon_andTellsHowItStandsNow() {
    signings.pend(id, token, HintCode.USER_SIGN);

    Claimed claimed = signings.claim(id, CLIENT, NOW, INTERVAL);

    assertEquals(new Claimed.Won(signing()), claimed);
    assertEquals(Optional.of(NOW), signing().collectedAt());
  }

  @Test
  void claim_thatIsLost_returnsWhatTheOtherHasWritten() {
    signings.claim(id, CLIENT, NOW, INTERVAL);

    Claimed claimed = signings.claim(id, CLIENT, NOW.plusMillis(1), INTERVAL);

    assertEquals(new Claimed.Lost(signing()), claimed);
    assertEquals(Optional.of(NOW), signing().collectedAt());
  }

  @Test
  void claim_ofAnEndingOrder_isLost() {
    block(live);

    assertInstanceOf(Claimed.Lost.class, signings.claim(id, CLIENT, NOW, INTERVAL));
  }

  @Test
  void pend_ofAPendingOrder_takesTheNextHint() {
    signings.pend(id, token, HintCode.STARTED);

    assertTrue(signings.pend(id, token, HintCode.USER_SIGN));
    assertEquals(Optional.of(HintCode.USER_SIGN), signing().hint());
  }

  @Test
  void fail_endsAPendingOrder_andForgetsThatItWasMissing() {
    signings.pend(id, token, HintCode.USER_SIGN);
    signings.miss(id, token, NOW);

    assertTrue(signings.fail(id, token, HintCode.USER_CANCEL));
    assertEquals(SigningStatus.FAILED, signing().status());
    assertEquals(Optional.empty(), signing().missingSince());
  }

  @Test
  void fail_endsAnEndingOrder() {
    block(live);

    assertTrue(signings.fail(id, token, HintCode.CANCELLED));
    assertEquals(SigningStatus.FAILED, signing().status());
  }

  @Test
  void fail_leavesASignedOrder() {
    table
        .evidences()
        .complete(Samples.evidence(participant, live.running(), NOW), Optional.of(token));

    assertFalse(signings.fail(id, token, HintCode.CANCELLED));
    assertEquals(SigningStatus.COMPLETE, signing().status());
  }

  @Test
  void miss_ofAPendingOrder_isRemembered() {
    signings.pend(id, token, HintCode.USER_SIGN);

    Signing missing = signings.miss(id, token, NOW).orElseThrow();

    assertEquals(Optional.of(NOW), missing.missingSince());
    assertEquals(SigningStatus.PENDING, missing.status());
  }

  @Test
  void miss_leavesAnotherAttempt() {
    Signing standing = signings.miss(id, UUID.randomUUID(), NOW).orElseThrow();

    assertEquals(Optional.of(token), standing.token());
    assertEquals(Optional.empty(), standing.missingSince());
  }

  @Test
  void miss_leavesAnEndingOrder() {
    block(live);

    assertEquals(Optional.empty(), signings.miss(id, token, NOW).orElseThrow().missingSince());
  }

  @Test
  void miss_isEmpty_whenTheParticipantIsUnknown() {
    assertEquals(Optional.empty(), signings.miss(UUID.randomUUID(), token, NOW));
  }

  @Test
  void giveUp_ofAPendingOrder_isACollectErrorWithoutHint() {
    signings.pend(id, token, HintCode.USER_SIGN);
    signings.miss(id, token, NOW);

    assertTrue(signings.giveUp(id, token, NOW));
    assertEquals(SigningStatus.COLLECT_ERROR, signing().status());
    assertEquals(Optional.empty(), signing().hint());
  }

  @Test
  void giveUp_leavesAnotherAttempt() {
    signings.miss(id, token, NOW);

    assertFalse(signings.giveUp(id, UUID.randomUUID(), NOW));
    assertEquals(SigningStatus.INITIATED, signing().status());
  }

  @Test
  void giveUp_leavesAnEndingOrder() {
    signings.miss(id, token, NOW);
    block(live);

    assertFalse(signings.giveUp(id, token, NOW));
    assertEquals(SigningStatus.ENDING, signing().status());
  }
}
