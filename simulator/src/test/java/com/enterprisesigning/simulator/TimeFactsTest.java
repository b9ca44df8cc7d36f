package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.order.Speed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows of {@code docs/bankid.md#times}: what happened to an order, and what collect then says.
 */
class TimeFactsTest {
  @ParameterizedTest(name = "{0}, at speed {1}, after {2} ms: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign: nobody opens it         |   1 |  29999 | pending/outstandingTransaction
          sign: nobody opens it         |   1 |  30000 | failed/startFailed
          auth: nobody opens it         |   1 |  30000 | failed/startFailed
          sign: opened and not signed   |   1 | 179999 | pending/userSign
          sign: opened and not signed   |   1 | 180000 | failed/expiredTransaction
          phone/sign: nobody answers it |   1 | 179999 | pending/outstandingTransaction
          phone/sign: nobody answers it |   1 | 180000 | failed/expiredTransaction
          phone/auth: nobody answers it |   1 | 180000 | failed/expiredTransaction
          sign: signed at once          |   1 | 179999 | complete
          sign: signed at once          |   1 | 180000 | invalidParameters
          auth: signed at once          |   1 | 179999 | complete
          sign: cancelled in the app    |   1 | 299999 | failed/userCancel
          sign: cancelled in the app    |   1 | 300000 | invalidParameters
          sign: failed                  |   1 | 299999 | failed/certificateErr
          sign: failed                  |   1 | 300000 | invalidParameters
          sign: ended by a second one   |   1 | 299999 | failed/cancelled
          sign: ended by a second one   |   1 | 300000 | invalidParameters
          sign: nobody opens it         |   1 | 329999 | failed/startFailed
          sign: nobody opens it         |   1 | 330000 | invalidParameters

          sign: nobody opens it         |  10 |   2999 | pending/outstandingTransaction
          sign: nobody opens it         |  10 |   3000 | failed/startFailed
          sign: opened and not signed   |  10 |  17999 | pending/userSign
          sign: opened and not signed   |  10 |  18000 | failed/expiredTransaction
          phone/sign: nobody answers it |  10 |  18000 | failed/expiredTransaction
          sign: signed at once          |  10 |  17999 | complete
          sign: signed at once          |  10 |  18000 | invalidParameters
          sign: cancelled in the app    |  10 |  29999 | failed/userCancel
          sign: cancelled in the app    |  10 |  30000 | invalidParameters
          sign: nobody opens it         | 100 |    300 | failed/startFailed
          """)
  void collect_answersByTheClock(String order, int speed, long millis, String collected)
      throws Exception {
    try (Bench bench = new Bench(settings -> settings.with(new Speed(speed)))) {
      String[] callAndFate = order.split(": ", 2);
      Reply created = bench.create(callAndFate[0], Bench.PERSON);
      play(bench, created, callAndFate[1]);

      bench.clock.add(Duration.ofMillis(millis));

      assertEquals(collected, bench.collected(created));
    }
  }

  private static void play(Bench bench, Reply order, String fate) throws Exception {
    switch (fate) {
      case "opened and not signed" -> bench.open(order);
      case "signed at once" -> {
        bench.open(order);
        bench.phone("sign", order);
      }
      case "cancelled in the app" -> {
        bench.open(order);
        bench.phone("cancel", order);
      }
      case "failed" -> bench.hint("fail", order, "certificateErr");
      case "ended by a second one" -> bench.sign(Bench.PERSON);
      default -> {}
    }
  }

  @ParameterizedTest(name = "at speed {0} a role has signed after {1} ms")
  @CsvSource({"1, 9000", "10, 900", "100, 90"})
  void aRolesSteps_followTheSpeed(int speed, long millis) throws Exception {
    try (Bench bench = new Bench(settings -> settings.with(new Speed(speed)))) {
      Reply order = bench.sign(bench.role("Signs after"));
      bench.clock.add(Duration.ofMillis(millis - 1));
      assertEquals("pending/userSign", bench.collected(order));
      bench.clock.add(Duration.ofMillis(1));
      assertEquals("complete", bench.collected(order));
    }
  }

  @Test
  void aPerson_isFree_onceTheEarlierOrderHasEnded() throws Exception {
    try (Bench bench = new Bench()) {
      bench.sign(Bench.PERSON);
      bench.passSeconds(30);
      assertEquals(200, bench.sign(Bench.PERSON).status());
    }
  }

  @Test
  void aPersonsNewerOrder_isFound_afterAnOlderOneIsCollected() throws Exception {
    try (Bench bench = new Bench()) {
      Reply older = bench.sign(Bench.PERSON);
      play(bench, older, "signed at once");
      bench.sign(Bench.PERSON);
      bench.collect(older);
      assertEquals("alreadyInProgress", bench.sign(Bench.PERSON).errorCode());
    }
  }

  @Test
  void anotherPersonsOrder_doesNotInterfere() throws Exception {
    try (Bench bench = new Bench()) {
      bench.sign(Bench.PERSON);
      assertEquals(200, bench.sign(Bench.OTHER_PERSON).status());
    }
  }

  @Test
  void twoOrders_thatNameNobody_runSideBySide() throws Exception {
    try (Bench bench = new Bench()) {
      Reply first = bench.rp("/sign", Bench.namingNobody(bench.signBody(Bench.PERSON)));
      Reply second = bench.rp("/sign", Bench.namingNobody(bench.signBody(Bench.PERSON)));
      assertEquals("pending/outstandingTransaction", bench.collected(first));
      assertEquals("pending/outstandingTransaction", bench.collected(second));
    }
  }

  @Test
  void twoOrdersOfAPerson_runSideBySide_whenTheSettingSaysSo() throws Exception {
    try (Bench bench = new Bench(SecondOrder.RUNS_BESIDE)) {
      Reply first = bench.sign(Bench.PERSON);
      Reply second = bench.sign(Bench.PERSON);
      assertEquals("pending/outstandingTransaction", bench.collected(first));
      assertEquals("pending/outstandingTransaction", bench.collected(second));
    }
  }
}
