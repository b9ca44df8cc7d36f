package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.signing.Steps.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A start that is about to record a conflict when another start is faster ({@code
 * docs/architecture.md#conflict}).
 */
class OvertakenStartTest {
  private final Steps steps = new Steps();
  private final ProtocolWorld world = new ProtocolWorld();
  private final SigningCore core = world.stepping(steps);

  private Steps.Caller start(String name, EndUserIp ip) {
    return steps.call(
        name, () -> core.start(ProtocolWorld.request(world.participant, ip), world.deadline()));
  }

  private Steps.Caller startPhone(String name) {
    return steps.call(
        name,
        () ->
            core.start(
                new StartRequest.StartPhone(
                    Samples.CLIENT, world.otherParticipant, Optional.empty(), CallInitiator.RP),
                world.deadline()));
  }

  /** Lets the call take its steps until it stands before this one. */
  private void until(Steps.Caller caller, String step) {
    while (!caller.at().equals(step)) {
      assertTrue(!caller.isDone(), () -> caller.name() + " never came to " + step);
      steps.let(caller, Fate.GOES_ON);
    }
  }

  /** Lets the call take its last steps. */
  private List<String> out(Steps.Caller caller) {
    List<String> made = new ArrayList<>();
    while (!caller.isDone()) {
      made.add(caller.at());
      steps.let(caller, Fate.GOES_ON);
    }
    return made;
  }

  private static Refusal refusal(Steps.Caller caller) {
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, caller.outcome());
    return refused.refusal();
  }

  private Refusal lostRace() {
    return Refusal.lostRace(world.now());
  }

  @Test
  void start_givesWayAtOnce_whenAnotherFromItsIpHasEndedTheStartThatItMet() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    Steps.Caller faster = start("faster", IP_A);
    Steps.Caller slower = start("slower", IP_A);
    until(faster, "recordConflict");
    until(slower, "recordConflict");
    out(faster);

    assertEquals(List.of("recordConflict"), out(slower));
    assertEquals(lostRace(), refusal(slower));
    assertEquals(Optional.of(Refusal.Cause.SAME_IP), refusal(faster).cause());
  }

  @Test
  void start_leavesTheNextStartAlone_whenTheStartThatItMetHasEnded() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    Steps.Caller faster = start("faster", IP_A);
    Steps.Caller slower = start("slower", IP_A);
    until(faster, "recordConflict");
    until(slower, "recordConflict");
    out(faster);
    out(met);
    Signing next = ProtocolWorld.answered(world.start(world.participant, IP_A));

    assertEquals(List.of("recordConflict"), out(slower));
    assertEquals(lostRace(), refusal(slower));
    assertEquals(next.token(), world.guard().map(guard -> guard.holder().token()));
  }

  @Test
  void start_endsTheOrderThatItMet_whenTheOrderIsActivatedFirst() {
    Steps.Caller met = start("met", IP_A);
    until(met, "activate");
    Steps.Caller second = start("second", IP_A);
    until(second, "recordConflict");
    out(met);
    out(second);

    assertEquals(Optional.of(Refusal.Cause.SAME_IP), refusal(second).cause());
    assertEquals(List.of(), world.bankId.running());
  }

  @Test
  void start_isToldTheBlock_withoutReadingAgain_whenAnotherHasSetIt() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    Steps.Caller faster = start("faster", IP_B);
    Steps.Caller slower = start("slower", IP_B);
    until(faster, "recordConflict");
    until(slower, "recordConflict");
    out(faster);

    assertEquals(List.of("recordConflict"), out(slower));
    assertEquals(Optional.of(Refusal.Cause.BLOCKED), refusal(slower).cause());
    assertEquals(refusal(faster).retryAt(), refusal(slower).retryAt());
  }

  @Test
  void start_setsTheBlock_thoughAnotherFromTheOtherIpWasFaster() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    Steps.Caller sameIp = start("sameIp", IP_A);
    Steps.Caller otherIp = start("otherIp", IP_B);
    until(sameIp, "recordConflict");
    until(otherIp, "recordConflict");
    out(sameIp);
    out(otherIp);

    assertEquals(Optional.of(Refusal.Cause.DIFFERENT_IPS), refusal(otherIp).cause());
    assertInstanceOf(Guard.Block.class, world.guard().orElseThrow());
  }

  @Test
  void start_setsTheBlock_thoughANewerStartFromTheOtherIpHoldsThePerson() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    Steps.Caller sameIp = start("sameIp", IP_A);
    Steps.Caller otherIp = start("otherIp", IP_B);
    until(sameIp, "recordConflict");
    until(otherIp, "recordConflict");
    out(sameIp);
    Steps.Caller newer = start("newer", IP_A);
    until(newer, "create");
    out(otherIp);

    assertEquals(Optional.of(Refusal.Cause.DIFFERENT_IPS), refusal(otherIp).cause());
    assertInstanceOf(Guard.Block.class, world.guard().orElseThrow());
  }

  @Test
  void phoneStart_givesWay_whenAnotherStartHasEndedTheStartThatItMet() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    Steps.Caller faster = start("faster", IP_A);
    Steps.Caller phone = startPhone("phone");
    until(faster, "recordConflict");
    until(phone, "recordConflict");
    out(faster);
    out(phone);

    assertEquals(lostRace(), refusal(phone));
  }

  @Test
  void start_beginsAgain_whenTheStartThatItMetHasFreedThePerson() {
    Steps.Caller met = start("met", IP_A);
    until(met, "create");
    world.bankId.answersNextCreate(
        new BankId.Created.Refused(new BankId.Fault.Unavailable(Duration.ofSeconds(5))));
    Steps.Caller second = start("second", IP_B);
    until(second, "recordConflict");
    out(met);
    out(second);

    assertInstanceOf(Outcome.Answered.class, second.outcome());
  }
}
