package com.enterprisesigning.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.InMemoryFollowUpQueue;
import com.enterprisesigning.store.InMemoryTable;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeten.extra.MutableClock;

/** The protocols on the twins of the table and of BankID, and a person with two participants. */
final class ProtocolWorld {
  static final PersonalNumber PERSON = new PersonalNumber("189001019802");

  static final Timing TIMING =
      new Timing(
          Duration.ofMinutes(3),
          Duration.ofMillis(1800),
          Duration.ofDays(3650),
          List.of(Duration.ofSeconds(95), Duration.ofSeconds(185)));

  final MutableClock clock = MutableClock.of(Samples.NOW, ZoneOffset.UTC);
  final InMemoryTable memory = new InMemoryTable();
  final InMemoryBankId bankId = new InMemoryBankId();
  final Interruptions interruptions = new Interruptions();
  final InMemoryFollowUpQueue queue = new InMemoryFollowUpQueue(clock);
  final List<AuditRecord> decisions = new ArrayList<>();
  final List<RuntimeException> passedOver = new ArrayList<>();
  final SigningCore core;
  private final Optional<TimestampAuthority> timestamps;
  final UUID participant;
  final UUID otherParticipant;
  private boolean verifies = true;
  private boolean cannotVerify;

  ProtocolWorld() {
    this(Optional.empty());
  }

  /** Creates a world with this authority, or with none. */
  ProtocolWorld(Optional<TimestampAuthority> timestamps) {
    this.timestamps = timestamps;
    core = core(interruptions.before(memory), interruptions.before(queue), bankId);
    participant = register();
    otherParticipant = register();
  }

  private SigningCore core(Table table, FollowUpQueue followUps, BankId asked) {
    return new SigningCore(
        table,
        followUps,
        asked,
        (completion, text, requirement, signer) -> verdict(),
        timestamps,
        Samples.PERSON_KEYS,
        new ConflictRules(Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(1)),
        TIMING,
        audit(),
        new SigningCore.Surroundings(clock, clock::add, UUID::randomUUID));
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void record(AuditRecord decision) {
        decisions.add(decision);
      }

      @Override
      public void passedOver(UUID participantId, RuntimeException why) {
        passedOver.add(why);
      }
    };
  }

  private Verdict verdict() {
    if (cannotVerify) {
      throw new IllegalStateException("the verification fails");
    }
    return new Verdict(
        List.of(new VerificationStep("SIGNER", verifies, Optional.empty())), Optional.empty());
  }

  /** Returns the same core, for calls that run one step at a time. */
  SigningCore stepping(Steps steps) {
    return core(
        new Table(
            steps.before(Guards.class, memory.guards()),
            steps.before(Signings.class, memory.signings()),
            steps.before(Processes.class, memory.processes()),
            steps.before(Evidences.class, memory.evidences())),
        steps.before(FollowUpQueue.class, queue),
        steps.before(BankId.class, bankId));
  }

  /** Returns the end of an invocation that begins now. */
  Deadline deadline() {
    return new Deadline(clock.instant().plus(Timing.FUNCTION_TIMEOUT), clock);
  }

  /**
   * Runs the follow-up function on the messages that are due. A message that fails comes again
   * after 30 seconds.
   */
  void followUp() {
    for (FollowUpMessage message : queue.due()) {
      try {
        core.followUp().follow(message, deadline());
      } catch (StoreUnavailable | QueueUnavailable e) {
        queue.send(message, List.of(Duration.ofSeconds(30)));
      }
    }
  }

  /** Lets time pass until the queue is empty. */
  void followUpToTheEnd() {
    while (!queue.isEmpty()) {
      clock.add(Duration.ofSeconds(5));
      followUp();
    }
  }

  UUID register() {
    return register(List.of(PERSON)).participantIds().getFirst();
  }

  /** Registers a process that these persons are to sign. */
  SigningProcess register(List<PersonalNumber> persons) {
    RegistrationRequest request =
        new RegistrationRequest(
            Samples.CLIENT,
            "loan",
            persons.stream()
                .map(person ->
                    new RegistrationRequest.Signer(
                        person,
                        new SigningText("I agree", SigningText.Format.PLAINTEXT, Optional.empty()),
                        Requirement.NONE))
                .toList(),
            Optional.empty(),
            Optional.empty());
    return answered(core.register(request)).process();
  }

  /** Makes the verification itself fail. */
  void cannotVerify(boolean cannotVerify) {
    this.cannotVerify = cannotVerify;
  }

  void verifies(boolean verifies) {
    this.verifies = verifies;
  }

  Outcome<Signing> start(UUID participantId, EndUserIp ip) {
    return start(participantId, ip, Optional.empty());
  }

  Outcome<Signing> start(UUID participantId, EndUserIp ip, Optional<Idempotency> key) {
    return core.start(request(participantId, ip, key), deadline());
  }

  static StartRequest request(UUID participantId, EndUserIp ip) {
    return request(participantId, ip, Optional.empty());
  }

  private static StartRequest request(UUID participantId, EndUserIp ip, Optional<Idempotency> key) {
    return new StartRequest.Start(
        Samples.CLIENT,
        participantId,
        key,
        ip,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Outcome<Signing> startPhone(UUID participantId) {
    return core.start(
        new StartRequest.StartPhone(
            Samples.CLIENT, participantId, Optional.empty(), CallInitiator.RP),
        deadline());
  }

  Outcome<Signing> collect(UUID participantId) {
    clock.add(Duration.ofSeconds(2));
    return core.collect(Samples.CLIENT, participantId, deadline());
  }

  /** Reads the participant's evidence. */
  Evidence evidence(UUID participantId) {
    return answered(core.evidence(Samples.CLIENT, participantId, Optional.empty())).evidence();
  }

  Outcome<Void> cancel(UUID participantId) {
    return core.cancel(Samples.CLIENT, participantId, deadline());
  }

  List<AuditRecord> decisions(AuditRecord.Kind kind) {
    return decisions.stream().filter(decision -> decision.kind() == kind).toList();
  }

  Signing stored(UUID participantId) {
    return memory.signings().signing(participantId).orElseThrow();
  }

  Optional<Guard> guard() {
    return memory.guards().guard(Samples.PERSON_KEYS.keyOf(PERSON));
  }

  Instant now() {
    return clock.instant();
  }

  static <T> T answered(Outcome<T> outcome) {
    Outcome.Answered<?> answered = assertInstanceOf(Outcome.Answered.class, outcome);
    @SuppressWarnings("unchecked")
    T answer = (T) answered.answer();
    return answer;
  }

  static Refusal refused(Outcome<?> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome).refusal();
  }

  static void assertRefused(Reason reason, Outcome<?> outcome) {
    assertEquals(reason, refused(outcome).reason());
  }
}
