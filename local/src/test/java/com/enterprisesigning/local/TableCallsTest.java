package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.local.RecordedRun.Registered;
import com.enterprisesigning.local.dynamodb.TableProxy.Fate;
import com.enterprisesigning.store.FiledEvidence;
import com.enterprisesigning.store.FollowUpMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Records which action every function asks for on which key, on all paths that touch the table, and
 * leaves the record for {@code build/infrastructure/test_policies.py}. That test compares it with
 * the rights in {@code template.yaml}, both ways: a path that is missing here shows up there as a
 * right to spare.
 */
class TableCallsTest {
  private static final Path RECORD = Path.of("target", "table-calls.jsonl");

  private static final String SIGNS = "188001019804";
  private static final String NEVER_OPENS = "188211159861";
  private static final String NEVER_SIGNS = "188304229894";
  private static final String REFUSED_BY_BANKID = "188607159988";
  private static final String LOST_BY_BANKID = "188805019844";
  private static final String SIGNS_FALSELY = "189609019881";

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";
  private static final UUID NEVER = new UUID(0, 0);
  private static final Duration WINDOW = Duration.ofSeconds(181);

  /** How many times the SDK sends a request before it gives up. */
  private static final int ATTEMPTS = 3;

  private RecordedRun run;

  @BeforeEach
  void start() throws Exception {
    Files.deleteIfExists(RECORD);
    run = new RecordedRun();
  }

  @AfterEach
  void stop() {
    run.close();
  }

  /** Everything that settles an order that somebody else may have started. */
  private enum Settler {
    START("StartFunction"),
    START_PHONE("StartPhoneFunction"),
    COLLECT("CollectFunction"),
    CANCEL("CancelFunction"),
    WITHDRAW("WithdrawProcessFunction"),
    FOLLOW_UP("FollowUpFunction");

    private final String function;

    Settler(String function) {
      this.function = function;
    }
  }

  @Test
  void everyFunction_callsTheTable_andTheCallsAreRecorded() throws Exception {
    startUps();
    idsThatNobodyHas();
    registrations();
    conflicts();
    refusedStarts();
    activationsThatFail();
    for (Settler settler : Settler.values()) {
      signature(settler);
      signatureOfAProcessThatIsGone(settler);
      signatureWhoseStorageIsNotAnswered(settler);
      secondSignature(settler);
      falseSignature(settler);
      orderThatFailed(settler);
      orderThatBankIdLost(settler);
    }
    slotThatNamesAnotherOrder();
    followUps();

    assertEquals(
        run.functions(), run.calls().stream().map(TableCall::function).collect(Collectors.toSet()));
    Files.write(
        RECORD,
        run.calls().stream().map(TableCall::json).collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Functions that read the same secrets start up in the same way, so one of each kind is enough.
   */
  private void startUps() {
    for (String function :
        new String[] {"CollectFunction", "RegisterProcessFunction", "GetProcessFunction"}) {
      run.function(function).startUp();
    }
  }

  private void idsThatNobodyHas() {
    assertEquals(404, run.start(NEVER, HERE));
    assertEquals(404, run.startPhone(NEVER));
    assertEquals(404, run.collect(NEVER));
    assertEquals(404, run.cancel(NEVER));
    assertEquals(404, run.process(NEVER));
    assertEquals(404, run.withdraw(NEVER));
    assertEquals(404, run.evidence(NEVER));
  }

  private void registrations() {
    Registered two = run.register(SIGNS, NEVER_SIGNS);
    assertEquals(200, run.process(two.process()));
    assertEquals(404, run.evidence(two.participant()));
    run.delete("PARTICIPANT#" + two.participant(), "SIGNING");
    assertEquals(204, run.withdraw(two.process()));
  }

  private void conflicts() {
    Registered one = run.register(NEVER_SIGNS);
    Registered other = run.register(NEVER_SIGNS);
    assertEquals(200, run.start(one.participant(), HERE, Map.of("idempotency-key", "again")));
    assertEquals(200, run.start(one.participant(), HERE, Map.of("idempotency-key", "again")));
    assertEquals(409, run.start(other.participant(), HERE));
    assertEquals(204, run.cancel(one.participant()));
    assertEquals(200, run.start(other.participant(), HERE));
    assertEquals(409, run.start(one.participant(), ELSEWHERE));
    assertEquals(409, run.startPhone(one.participant()));
    assertEquals(409, run.cancel(one.participant()));
    run.pass(WINDOW);
    assertEquals(200, run.startPhone(one.participant()));
    assertEquals(409, run.startPhone(other.participant()));
    run.pass(WINDOW);
    assertEquals(200, run.start(other.participant(), HERE));
    assertEquals(200, run.collect(other.participant()));
    assertEquals(204, run.withdraw(other.process()));
  }

  private void refusedStarts() {
    Registered refused = run.register(REFUSED_BY_BANKID);
    assertEquals(409, run.start(refused.participant(), HERE));
    assertEquals(409, run.startPhone(refused.participant()));
  }

  private void activationsThatFail() {
    for (Settler settler : new Settler[] {Settler.START, Settler.START_PHONE}) {
      Registered lost = run.register(NEVER_SIGNS);
      onActivation(settler, ATTEMPTS, Fate.ANSWER_LOST, () -> {});
      assertEquals(200, begin(settler, lost.participant()));
      assertEquals(204, run.cancel(lost.participant()));

      Registered withdrawn = run.register(NEVER_SIGNS);
      onActivation(
          settler, 1, Fate.PASSED_ON, () -> assertEquals(204, run.withdraw(withdrawn.process())));
      assertEquals(409, begin(settler, withdrawn.participant()));
      run.function(settler.function).undisturbed();
    }
  }

  private int begin(Settler starter, UUID participant) {
    return starter == Settler.START_PHONE
        ? run.startPhone(participant)
        : run.start(participant, HERE);
  }

  private void onActivation(Settler settler, int times, Fate fate, Runnable before) {
    onTransaction(settler, "qr_start_token", times, fate, before);
  }

  private void onStorage(Settler settler, int times, Fate fate, Runnable before) {
    onTransaction(settler, "\"EVIDENCE", times, fate, before);
  }

  /** Disturbs the first transactions that contain a text. */
  private void onTransaction(Settler settler, String text, int times, Fate fate, Runnable before) {
    AtomicInteger left = new AtomicInteger(times);
    run.function(settler.function)
        .onTransaction(body -> {
          if (!body.contains(text) || left.getAndDecrement() <= 0) {
            return Fate.PASSED_ON;
          }
          before.run();
          return fate;
        });
  }

  private Registered started(String personalNumber) {
    Registered registered = run.register(personalNumber);
    assertEquals(200, run.start(registered.participant(), HERE));
    return registered;
  }

  /** Starts a signing, and lets the person sign. */
  private Registered signed(String personalNumber) {
    Registered registered = started(personalNumber);
    run.pass(Duration.ofSeconds(28));
    return registered;
  }

  private void settle(Settler settler, Registered registered) {
    UUID participant = registered.participant();
    switch (settler) {
      case START -> run.start(participant, HERE);
      case START_PHONE -> run.startPhone(participant);
      case COLLECT -> run.collect(participant);
      case CANCEL -> run.cancel(participant);
      case WITHDRAW -> run.withdraw(registered.process());
      case FOLLOW_UP -> {
        Signing signing = signing(participant);
        run.followUp(
            new FollowUpMessage.Settle(
                signing.personKey(),
                signing.order().orElseThrow(),
                signing.attempt().orElseThrow().startedAt()));
      }
    }
    run.function(settler.function).undisturbed();
  }

  private Signing signing(UUID participant) {
    return run.table().signings().signing(participant).orElseThrow();
  }

  private void assertStored(Settler settler, UUID participant, boolean isVerified) {
    assertEquals(
        isVerified,
        run.table().evidences().evidence(participant).orElseThrow().verdict().isVerified(),
        settler.function);
    assertEquals(200, run.evidence(participant));
  }

  private void signature(Settler settler) {
    Registered signed = signed(SIGNS);
    settle(settler, signed);
    assertStored(settler, signed.participant(), true);
  }

  private void signatureOfAProcessThatIsGone(Settler settler) {
    Registered signed = signed(SIGNS);
    onStorage(
        settler, 1, Fate.PASSED_ON, () -> run.delete("PROCESS#" + signed.process(), "PROCESS"));
    settle(settler, signed);
    assertStored(settler, signed.participant(), true);
  }

  /** The call that stored it must find that out by reading. */
  private void signatureWhoseStorageIsNotAnswered(Settler settler) {
    Registered signed = signed(SIGNS);
    onStorage(settler, ATTEMPTS, Fate.ANSWER_LOST, () -> {});
    settle(settler, signed);
    assertStored(settler, signed.participant(), true);
  }

  private void secondSignature(Settler settler) {
    Registered signed = signed(SIGNS);
    onStorage(
        settler,
        1,
        Fate.PASSED_ON,
        () ->
            run.set(
                "PARTICIPANT#" + signed.participant(),
                "SIGNING",
                Map.of("status", "COMPLETE", "order_ref", "another")));
    settle(settler, signed);
    assertStored(settler, signed.participant(), true);
  }

  private void falseSignature(Settler settler) {
    Registered signed = signed(SIGNS_FALSELY);
    settle(settler, signed);
    assertStored(settler, signed.participant(), false);
    run.cancel(signed.participant());
  }

  /** BankID gave up waiting, which leaves a slot unless the caller frees the guard. */
  private void orderThatFailed(Settler settler) {
    Registered failed = started(NEVER_OPENS);
    run.pass(Duration.ofSeconds(40));
    settle(settler, failed);
    run.cancel(failed.participant());
  }

  private void orderThatBankIdLost(Settler settler) {
    Registered lost = started(LOST_BY_BANKID);
    run.pass(WINDOW);
    settle(settler, lost);
    run.pass(Duration.ofSeconds(30));
    settle(settler, lost);
    boolean isStart = settler == Settler.START || settler == Settler.START_PHONE;
    assertEquals(
        isStart ? SigningStatus.INITIATED : SigningStatus.COLLECT_ERROR,
        signing(lost.participant()).status(),
        settler.function);
    run.pass(WINDOW);
  }

  /**
   * A start dies after its reservation, and another start meets its lease. The slot that remains
   * belongs to the first participant, but names an order of the second.
   */
  private void slotThatNamesAnotherOrder() {
    for (Settler settler : new Settler[] {Settler.CANCEL, Settler.WITHDRAW}) {
      Registered died = started(LOST_BY_BANKID);
      run.pass(WINDOW);
      Registered other = started(LOST_BY_BANKID);
      run.pass(WINDOW);
      PersonKey person = signing(died.participant()).personKey();
      run.table()
          .guards()
          .reserve(
              person,
              new Contender(
                  UUID.randomUUID(),
                  died.participant(),
                  RecordedRun.CLIENT,
                  Channel.START,
                  Optional.of(new EndUserIp(HERE)),
                  Optional.empty()),
              run.now());
      assertEquals(409, run.start(other.participant(), HERE));
      assertTrue(run.now().isBefore(slot(person).expiresAt()));
      settle(settler, died);
      assertEquals(run.now(), slot(person).expiresAt(), settler.function);
      run.pass(WINDOW);
    }
  }

  private Guard slot(PersonKey person) {
    return assertInstanceOf(Guard.Slot.class, run.table().guards().guard(person).orElseThrow());
  }

  private void followUps() {
    Registered live = started(NEVER_SIGNS);
    run.pass(WINDOW);
    settle(Settler.FOLLOW_UP, live);
    assertEquals(SigningStatus.FAILED, signing(live.participant()).status());

    Registered ended = started(NEVER_SIGNS);
    Signing signing = signing(ended.participant());
    Order order = signing.order().orElseThrow();
    run.followUp(new FollowUpMessage.End(signing.personKey(), order, Instant.EPOCH));
    assertEquals(SigningStatus.FAILED, signing(ended.participant()).status());

    Registered abandoned = run.register(NEVER_SIGNS);
    Order never =
        new Order(
            abandoned.participant(),
            UUID.randomUUID(),
            "never",
            order.channel(),
            order.endUserIp());
    run.followUp(new FollowUpMessage.Settle(signing.personKey(), never, Instant.EPOCH));

    Registered signed = signed(SIGNS);
    settle(Settler.COLLECT, signed);
    Signing complete = signing(signed.participant());
    Completion completion =
        run.table().evidences().evidence(signed.participant()).orElseThrow().completion();
    run.delete("PARTICIPANT#" + signed.participant(), "EVIDENCE");
    run.set("PARTICIPANT#" + signed.participant(), "SIGNING", Map.of("status", "PENDING"));
    run.followUp(
        new FollowUpMessage.Store(
            complete.personKey(), complete.order().orElseThrow(), completion));
    FiledEvidence stored = run.table().evidences().all(signed.participant()).getFirst();
    assertTrue(stored.timeStamp().get().isPresent(), "the follow-up has the evidence stamped");
  }
}
