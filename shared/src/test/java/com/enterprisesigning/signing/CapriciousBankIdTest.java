package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.store.InMemoryFollowUpQueue;
import com.enterprisesigning.store.InMemoryTable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.threeten.extra.MutableClock;

/**
 * Whatever BankID answers, in whatever order, every call has a documented outcome, and a completion
 * that verifies is kept. Once BankID answers normally, the person can sign.
 */
class CapriciousBankIdTest {
  /** What the client does. */
  enum Move {
    START,
    START_FROM_ANOTHER_IP,
    START_BY_PHONE,
    COLLECT,
    COLLECT_AGAIN,
    CANCEL,
    WAIT
  }

  private static final Set<SigningStatus> ANSWERED =
      EnumSet.complementOf(EnumSet.of(SigningStatus.CREATED));
  private static final Set<Reason> OF_A_START =
      EnumSet.of(
          Reason.RFA4_SIGNING_IN_PROGRESS,
          Reason.SIGNING_ALREADY_COMPLETED,
          Reason.BANKID_REFUSED,
          Reason.RFA5_BANKID_ERROR,
          Reason.RFA5_BANKID_UNAVAILABLE);

  @Property(tries = 300)
  void everyCall_hasADocumentedOutcome_andTheNextSigningComesToItsEnd(
      @ForAll @Size(max = 12) List<Move> moves,
      @ForAll @Size(max = 24) List<CapriciousBankId.Whim> whims) {
    World world = new World(new CapriciousBankId(whims));

    moves.forEach(world::make);
    world.bankId.comesToItsSenses();
    world.followUpToTheEnd();

    if (world.bankId.hasHandedOut()) {
      assertEquals(SigningStatus.COMPLETE, world.stored().status());
    }
    if (world.stored().status() != SigningStatus.COMPLETE) {
      world.answered(world.start(IP_A));
      world.bankId.signTheLast();
      assertEquals(SigningStatus.COMPLETE, world.answered(world.collect()).status());
    }
  }

  /** The protocols on the table's twin, with one participant. */
  private static final class World {
    private final CapriciousBankId bankId;
    private final MutableClock clock = MutableClock.of(Samples.NOW, ZoneOffset.UTC);
    private final InMemoryTable table = new InMemoryTable();
    private final InMemoryFollowUpQueue queue = new InMemoryFollowUpQueue(clock);
    private final SigningCore core;
    private final UUID participant;

    World(CapriciousBankId bankId) {
      this.bankId = bankId;
      this.core =
          new SigningCore(
              table.ports(),
              queue,
              bankId,
              (completion, text, requirement, signer) ->
                  new Verdict(
                      List.of(
                          new VerificationStep(
                              "SIGNER", !completion.signature().isEmpty(), Optional.empty())),
                      Optional.empty()),
              Optional.empty(),
              Samples.PERSON_KEYS,
              new ConflictRules(
                  Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(1)),
              ProtocolWorld.TIMING,
              decision -> {},
              new SigningCore.Surroundings(clock, clock::add, UUID::randomUUID));
      this.participant = register();
    }

    private UUID register() {
      RegistrationRequest.Signer signer =
          new RegistrationRequest.Signer(
              ProtocolWorld.PERSON,
              new SigningText("I agree", SigningText.Format.PLAINTEXT, Optional.empty()),
              Requirement.NONE);
      return ProtocolWorld.answered(
              core.register(
                  new RegistrationRequest(
                      Samples.CLIENT, "loan", List.of(signer), Optional.empty(), Optional.empty())))
          .process()
          .participantIds()
          .getFirst();
    }

    private Deadline deadline() {
      return new Deadline(clock.instant().plus(Timing.FUNCTION_TIMEOUT), clock);
    }

    void make(Move move) {
      switch (move) {
        case START -> assertDocumented(start(IP_A), OF_A_START);
        case START_FROM_ANOTHER_IP -> assertDocumented(start(IP_B), OF_A_START);
        case START_BY_PHONE ->
            assertDocumented(
                core.start(
                    new StartRequest.StartPhone(
                        Samples.CLIENT, participant, Optional.empty(), CallInitiator.RP),
                    deadline()),
                OF_A_START);
        case COLLECT, COLLECT_AGAIN ->
            assertDocumented(collect(), EnumSet.of(Reason.SIGNING_NOT_STARTED));
        case CANCEL -> {
          if (core.cancel(Samples.CLIENT, participant, deadline())
              instanceof Outcome.Refused<?> refused) {
            assertTrue(OF_A_START.contains(refused.refusal().reason()), refused.toString());
          }
        }
        case WAIT -> {
          clock.add(Duration.ofSeconds(40));
          followUp();
        }
      }
    }

    private static void assertDocumented(Outcome<Signing> outcome, Set<Reason> reasons) {
      switch (outcome) {
        case Outcome.Answered<Signing>(Signing signing) ->
            assertTrue(ANSWERED.contains(signing.status()), signing.status().name());
        case Outcome.Refused<Signing>(Refusal refusal) ->
            assertTrue(reasons.contains(refusal.reason()), refusal.toString());
      }
    }

    Outcome<Signing> start(EndUserIp ip) {
      return core.start(ProtocolWorld.request(participant, ip), deadline());
    }

    Outcome<Signing> collect() {
      clock.add(Duration.ofSeconds(2));
      return core.collect(Samples.CLIENT, participant, deadline());
    }

    Signing answered(Outcome<Signing> outcome) {
      return ProtocolWorld.answered(outcome);
    }

    Signing stored() {
      return table.signings().signing(participant).orElseThrow();
    }

    /** Lets time pass until no message is left and every window and block is over. */
    void followUpToTheEnd() {
      for (int round = 0; round < 200 && !queue.isEmpty(); round++) {
        clock.add(Duration.ofSeconds(5));
        followUp();
      }
      assertTrue(queue.isEmpty(), "a message was never settled");
      clock.add(Duration.ofMinutes(6));
    }

    private void followUp() {
      queue.due().forEach(message -> core.followUp().follow(message, deadline()));
    }
  }
}
