package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.order.SecondOrder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bankid-facts section 2.5, and who may do what with an order. */
class LifetimesTest {
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private Bench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new Bench();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void collect_answersOutstanding_untilTheLastMillisecondToStart() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turn(Duration.ofSeconds(30).minus(MILLISECOND));
    assertEquals("pending/outstandingTransaction", bench.collected(order));
  }

  @Test
  void collect_answersStartFailed_whenNobodyOpensIn30Seconds() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.clock.turnSeconds(30);
    assertEquals("failed/startFailed", bench.collected(order));
  }

  @Test
  void collect_answersExpired_whenAnOpenedOrderIsNotSignedIn180Seconds() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.clock.turn(Duration.ofMinutes(3).minus(MILLISECOND));
    assertEquals("pending/userSign", bench.collected(order));
    bench.clock.turn(MILLISECOND);
    assertEquals("failed/expiredTransaction", bench.collected(order));
  }

  @Test
  void collect_answersExpired_whenNobodyAnswersThePhoneIn180Seconds() throws Exception {
    Reply order = bench.phoneSign(Bench.PERSON);
    bench.clock.turnSeconds(179);
    assertEquals("pending/outstandingTransaction", bench.collected(order));
    bench.clock.turnSeconds(1);
    assertEquals("failed/expiredTransaction", bench.collected(order));
  }

  @Test
  void collect_handsACompletionOutOnce() throws Exception {
    Reply order = signed();
    assertEquals("complete", bench.collected(order));
    assertEquals("invalidParameters", bench.collected(order));
  }

  @Test
  void collect_handsACompletionOut_untilThreeMinutesHavePassed() throws Exception {
    Reply order = signed();
    bench.clock.turn(Duration.ofMinutes(3).minus(MILLISECOND));
    assertEquals("complete", bench.collected(order));
  }

  @Test
  void collect_knowsNoCompletion_afterThreeMinutes() throws Exception {
    Reply order = signed();
    bench.clock.turn(Duration.ofMinutes(3));
    assertEquals("invalidParameters", bench.collected(order));
  }

  @Test
  void collect_answersAFailureAgainAndAgain_forFiveMinutes() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.phone("cancel", order);
    assertEquals("failed/userCancel", bench.collected(order));
    bench.clock.turn(Duration.ofMinutes(5).minus(MILLISECOND));
    assertEquals("failed/userCancel", bench.collected(order));
    bench.clock.turn(MILLISECOND);
    assertEquals("invalidParameters", bench.collected(order));
  }

  @Test
  void collect_knowsNoOrder_afterCancel() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    assertEquals("{}", bench.cancel(order).body().toString());
    assertEquals("invalidParameters", bench.collected(order));
  }

  @Test
  void cancel_answersInvalidParameters_whenCalledTwice() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.cancel(order);
    Reply second = bench.cancel(order);
    assertEquals(400, second.status());
    assertEquals("invalidParameters", second.errorCode());
  }

  @Test
  void cancel_leavesACompletionToBeCollected() throws Exception {
    Reply order = signed();
    assertEquals("invalidParameters", bench.cancel(order).errorCode());
    assertEquals("complete", bench.collected(order));
  }

  @Test
  void sign_endsBothOrders_whenThePersonHasOneRunning() throws Exception {
    Reply first = bench.sign(Bench.PERSON);
    Reply second = bench.sign(Bench.PERSON);
    assertEquals(400, second.status());
    assertEquals("alreadyInProgress", second.errorCode());
    assertEquals("failed/cancelled", bench.collected(first));
    assertEquals(200, bench.sign(Bench.PERSON).status());
  }

  @Test
  void sign_runsBesideTheFirst_whereTheSettingSaysSo() throws Exception {
    try (Bench beside = new Bench(SecondOrder.RUNS_BESIDE)) {
      Reply first = beside.sign(Bench.PERSON);
      Reply second = beside.sign(Bench.PERSON);
      assertEquals("pending/outstandingTransaction", beside.collected(first));
      assertEquals("pending/outstandingTransaction", beside.collected(second));
    }
  }

  @Test
  void phoneSign_endsBothOrders_whenThePersonHasASignOrder() throws Exception {
    Reply first = bench.sign(Bench.PERSON);
    assertEquals("alreadyInProgress", bench.phoneSign(Bench.PERSON).errorCode());
    assertEquals("failed/cancelled", bench.collected(first));
  }

  @Test
  void sign_answers200_whenAnotherPersonHasAnOrder() throws Exception {
    bench.sign(Bench.PERSON);
    assertEquals(200, bench.sign(Bench.OTHER_PERSON).status());
  }

  @Test
  void sign_findsTheRunningOrder_thoughAnOlderOneIsCollectedLater() throws Exception {
    Reply older = signed();
    bench.sign(Bench.PERSON);
    bench.collect(older);
    assertEquals("alreadyInProgress", bench.sign(Bench.PERSON).errorCode());
  }

  @Test
  void sign_answers200_onceTheFormerOrderHasEnded() throws Exception {
    bench.sign(Bench.PERSON);
    bench.clock.turnSeconds(30);
    assertEquals(200, bench.sign(Bench.PERSON).status());
  }

  @Test
  void collectAndCancel_knowNoOrder_ofAnotherClientCertificate() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    try (Https other =
        new Https(
            bench.simulator.tlsRootPem(),
            Optional.of(bench.simulator.newClientCertificate("Another AB")))) {
      String body = Bench.orderRef(order).toString();
      assertEquals(400, other.post(bench.rpUri("/collect"), body).status());
      assertEquals(400, other.post(bench.rpUri("/cancel"), body).status());
    }
    assertEquals("pending/outstandingTransaction", bench.collected(order));
  }

  private Reply signed() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    bench.phone("sign", order);
    return order;
  }
}
