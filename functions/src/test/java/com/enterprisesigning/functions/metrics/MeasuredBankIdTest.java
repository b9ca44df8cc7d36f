package com.enterprisesigning.functions.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.functions.Stdout;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call to BankID counts once, with its duration. */
@ResourceLock(Resources.SYSTEM_OUT)
class MeasuredBankIdTest {
  private static final PersonalNumber PERSON = new PersonalNumber("189001019802");
  private static final SigningText TEXT =
      new SigningText("I sign.", SigningText.Format.PLAINTEXT, Optional.empty());
  private static final OrderRequest SIGN =
      new OrderRequest.Sign(
          PERSON,
          TEXT,
          Requirement.NONE,
          new EndUserIp("192.0.2.1"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final OrderRequest PHONE_SIGN =
      new OrderRequest.PhoneSign(PERSON, TEXT, Requirement.NONE, CallInitiator.RP);
  private static final BankId.Fault FAULT = new BankId.Fault.Unexpected();

  private final AtomicLong nanoTime = new AtomicLong();
  private final Measures measures = new Measures(nanoTime::get);
  private final Stdout stdout = new Stdout();

  /** A BankID that answers after 40 ms. */
  private record Answering(
      Created created, Collected collected, Cancelled cancelled, Runnable patience)
      implements BankId {
    @Override
    public Created create(OrderRequest request) {
      patience.run();
      return created;
    }

    @Override
    public Collected collect(String orderRef) {
      patience.run();
      return collected;
    }

    @Override
    public Cancelled cancel(String orderRef) {
      patience.run();
      return cancelled;
    }
  }

  @AfterEach
  void release() {
    stdout.close();
  }

  private BankId measured(
      BankId.Created created, BankId.Collected collected, BankId.Cancelled cancelled) {
    return new MeasuredBankId(
        new Answering(
            created,
            collected,
            cancelled,
            () -> nanoTime.addAndGet(Duration.ofMillis(40).toNanos())),
        new EmbeddedMetrics("signing", Clock.systemUTC()));
  }

  private BankId answers(BankId.Created created) {
    return measured(created, new BankId.Collected.NoSuchOrder(), new BankId.Cancelled.Done());
  }

  private BankId answers(BankId.Collected collected) {
    return measured(new BankId.Created.AlreadyInProgress(), collected, new BankId.Cancelled.Done());
  }

  private BankId answers(BankId.Cancelled cancelled) {
    return measured(
        new BankId.Created.AlreadyInProgress(), new BankId.Collected.NoSuchOrder(), cancelled);
  }

  private void assertCounted(String call, int errors) {
    assertEquals(
        List.of(
            "BankIdErrors " + errors,
            "BankIdErrors " + errors + " Call=" + call,
            "BankIdLatency 40",
            "BankIdLatency 40 Call=" + call),
        CountedLines.of(stdout.lines()));
  }

  @Test
  void create_answersWhatBankIdDid() {
    BankId.Created order = new BankId.Created.Order("order-1", Optional.empty());

    assertEquals(order, measures.during(() -> answers(order).create(SIGN)));
    assertCounted("/sign", 0);
  }

  @Test
  void createByPhone_isACallOfItsOwn() {
    measures.during(
        () -> answers(new BankId.Created.Order("order-1", Optional.empty())).create(PHONE_SIGN));

    assertCounted("/phone/sign", 0);
  }

  @Test
  void create_isNoError_whenThePersonHasAnOrder() {
    measures.during(() -> answers(new BankId.Created.AlreadyInProgress()).create(SIGN));

    assertCounted("/sign", 0);
  }

  static List<BankId.Created> notCreated() {
    return List.of(new BankId.Created.Refused(FAULT), new BankId.Created.NoAnswer());
  }

  @ParameterizedTest
  @MethodSource("notCreated")
  void create_isAnError_whenBankIdDidNotDoIt(BankId.Created created) {
    measures.during(() -> answers(created).create(SIGN));

    assertCounted("/sign", 1);
  }

  @Test
  void refusedRequest_isNoErrorOfBankIds() {
    BankId.Fault refused = new BankId.Fault.Refused();
    BankId bankId =
        measured(
            new BankId.Created.Refused(refused),
            new BankId.Collected.NoAnswer(refused),
            new BankId.Cancelled.NoAnswer(refused));

    measures.during(() -> bankId.create(SIGN));
    measures.during(() -> bankId.collect("order-1"));
    measures.during(() -> bankId.cancel("order-1"));

    assertTrue(
        CountedLines.of(stdout.lines()).stream().noneMatch(it -> it.startsWith("BankIdErrors 1")));
  }

  static List<BankId.Collected> collected() {
    return List.of(
        new BankId.Collected.Pending(HintCode.USER_SIGN),
        new BankId.Collected.Failed(HintCode.USER_CANCEL),
        new BankId.Collected.NoSuchOrder());
  }

  @ParameterizedTest
  @MethodSource("collected")
  void collect_isNoError_whenBankIdSaysHowTheOrderStands(BankId.Collected collected) {
    measures.during(() -> answers(collected).collect("order-1"));

    assertCounted("/collect", 0);
  }

  @Test
  void collect_isAnError_whenBankIdDidNotSay() {
    measures.during(() -> answers(new BankId.Collected.NoAnswer(FAULT)).collect("order-1"));

    assertCounted("/collect", 1);
  }

  static List<BankId.Cancelled> cancelled() {
    return List.of(new BankId.Cancelled.Done(), new BankId.Cancelled.NoSuchOrder());
  }

  @ParameterizedTest
  @MethodSource("cancelled")
  void cancel_isNoError_whenNothingRunsAnyMore(BankId.Cancelled cancelled) {
    measures.during(() -> answers(cancelled).cancel("order-1"));

    assertCounted("/cancel", 0);
  }

  @Test
  void cancel_isAnError_whenBankIdDidNotSay() {
    measures.during(() -> answers(new BankId.Cancelled.NoAnswer(FAULT)).cancel("order-1"));

    assertCounted("/cancel", 1);
  }

  @Test
  void allCalls_areTheInvocationsTimeInBankId() {
    BankId bankId = answers(new BankId.Cancelled.Done());
    measures.during(() -> bankId.cancel("order-1"));
    measures.during(() -> bankId.collect("order-1"));

    String members = measures.members().toString();
    assertTrue(members.contains("bankid_ms=80.0, bankid_calls=2"), members);
  }
}
