package com.enterprisesigning.exploration;

import static com.enterprisesigning.exploration.Call.Kind.CANCEL;
import static com.enterprisesigning.exploration.Call.Kind.COLLECT;
import static com.enterprisesigning.exploration.Call.Kind.FOLLOW_UP;
import static com.enterprisesigning.exploration.Call.Kind.PHONE;
import static com.enterprisesigning.exploration.Call.Kind.START_A;
import static com.enterprisesigning.exploration.Call.Kind.START_B;
import static com.enterprisesigning.exploration.Call.Kind.START_KEYED;

import com.enterprisesigning.exploration.Choice.Act;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What a person's participants have been through when the explored calls begin. */
enum Situation {
  NOTHING(play -> play),
  LIVE_START(play -> play.call(Call.of(START_A))),
  LIVE_KEYED_START(play -> play.call(Call.of(START_KEYED))),
  OPENED_AND_COLLECTED(
      play -> play.call(Call.of(START_A)).phone(Act.OPENS).call(Call.of(COLLECT)).turn(seconds(2))),
  LIVE_PHONE(play -> play.call(Call.of(PHONE))),
  LIVE_START_OF_THE_OTHER(play -> play.call(Call.of(START_A, Call.Who.P2))),
  SLOT(play -> play.call(Call.of(START_A)).call(Call.of(START_A))),
  /** The call that recorded the conflict died before it ended the loser. */
  SLOT_WITH_A_RUNNING_LOSER(
      play -> play.call(Call.of(START_A)).callKilledBefore("cancel", Call.of(START_A))),
  SLOT_OF_THE_OTHER(play -> play.call(Call.of(START_A, Call.Who.P2)).call(Call.of(START_A))),
  BLOCK_ABOUT_TO_END(play -> play.call(Call.of(START_A)).call(Call.of(START_B)).turn(seconds(178))),
  BLOCK_WITH_A_RUNNING_LOSER(play ->
      play.call(Call.of(START_A))
          .phone(Act.OPENS)
          .callKilledBefore("cancel", Call.of(PHONE))
          .turn(seconds(58))),
  /** Signed, but not collected yet. The follow-up is due. */
  SIGNED(play -> play.call(Call.of(START_A)).phone(Act.OPENS).turn(seconds(95)).phone(Act.SIGNS)),
  /**
   * Signed shortly before the window ended. The last of the follow-ups that the start sent is due.
   */
  SIGNED_LATE(play ->
      play.call(Call.of(START_A))
          .phone(Act.OPENS)
          .turn(seconds(95))
          .call(Call.of(FOLLOW_UP))
          .turn(seconds(80))
          .phone(Act.SIGNS)
          .turn(seconds(10))),
  /** The caller that was handed the completion died with it. */
  HANDED_OUT_AND_LOST(play ->
      play.call(Call.of(START_A))
          .phone(Act.SIGNS)
          .callKilledBefore("complete", Call.of(COLLECT))
          .turn(seconds(95))),
  MISSING_FOR_A_WHILE(play ->
      play.call(Call.of(START_A))
          .phone(Act.SIGNS)
          .callKilledBefore("complete", Call.of(COLLECT))
          .turn(seconds(2))
          .call(Call.of(COLLECT))
          .turn(seconds(23))),
  /** A start died in flight, and its lease is about to end. */
  LEASE_WITHOUT_AN_ORDER(
      play -> play.callKilledBefore("create", Call.of(START_A)).turn(seconds(28))),
  LEASE_WITH_AN_ORDER(play -> play.callKilledBefore("activate", Call.of(PHONE)).turn(seconds(28))),
  WINDOW_ABOUT_TO_END(play -> play.call(Call.of(START_A)).phone(Act.OPENS).turn(seconds(178))),
  /** Nobody opens the app, and BankID is about to give up. */
  UNOPENED(play -> play.call(Call.of(START_A)).turn(seconds(28))),
  REFUSED_AND_NOT_HEARD_OF(play -> play.call(Call.of(START_A)).phone(Act.REFUSES)),
  GIVEN_UP_BY_BANKID(play -> play.call(Call.of(START_A)).turn(seconds(31))),
  CANCELLED(play -> play.call(Call.of(START_A)).call(Call.of(CANCEL)));

  @SuppressWarnings("ImmutableEnumChecker") // a function of plays, which are immutable
  private final UnaryOperator<Play> script;

  Situation(UnaryOperator<Play> script) {
    this.script = script;
  }

  /** Returns whether a completion waits to be collected. */
  boolean hasSignature() {
    return this == SIGNED || this == SIGNED_LATE;
  }

  Play play(Play beginning) {
    return script.apply(beginning);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
