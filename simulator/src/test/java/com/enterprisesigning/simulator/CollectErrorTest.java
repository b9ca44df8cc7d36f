package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.order.Speed;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code /sandbox/collect-error}: a temporary fault, after which the order is where it would have
 * been.
 */
class CollectErrorTest {

  @ParameterizedTest(name = "{0}, with errors for {1} s, after {2} ms: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign: nobody opens it       |  4 |   3999 | maintenance
          sign: nobody opens it       |  4 |   4000 | pending/outstandingTransaction
          sign: nobody opens it       |  4 |  29999 | pending/outstandingTransaction
          sign: nobody opens it       |  4 |  30000 | failed/startFailed
          sign: nobody opens it       | 60 |  29999 | maintenance
          sign: nobody opens it       | 60 |  30000 | failed/startFailed
          sign: opened                |  4 |   4000 | pending/userSign
          sign: opened                |  4 | 180000 | failed/expiredTransaction
          sign: opened, reads an ID   |  1 |   1000 | pending/userMrtd
          sign: opened, reads an ID   |  1 |   3000 | pending/userSign
          sign: opened, reads an ID   |  4 |   4000 | pending/userSign
          sign: plays Signs after     |  4 |   4000 | pending/started
          sign: plays Signs after     |  4 |   9000 | complete
          sign: plays Signs after     |  7 |   7000 | pending/userSign
          sign: plays Signs after     | 20 |   8999 | maintenance
          sign: plays Signs after     | 20 |   9000 | complete
          phone: plays Cancels in     |  4 |   9000 | failed/userCancel
          """)
  void theOrder_continuesDuringTheError(String order, int seconds, long millis, String collected)
      throws Exception {
    try (Bench bench = new Bench()) {
      Reply created = created(bench, order.split(": ", 2)[1], order.startsWith("phone"));
      fail(bench, created, "maintenance", seconds);

      bench.clock.add(Duration.ofMillis(millis));

      assertEquals(collected, bench.collected(created));
    }
  }

  @ParameterizedTest(name = "a second error for {0} s: after {1} s {2}")
  @CsvSource({
    "1, 2, somethingElse",
    "1, 3, maintenance",
    "1, 10, pending/userSign",
    "20, 10, somethingElse",
    "20, 21, somethingElse",
    "20, 22, pending/userSign"
  })
  void aSecondError_duringTheFirst_passesToo(int seconds, int after, String collected)
      throws Exception {
    try (Bench bench = new Bench()) {
      Reply order = created(bench, "opened", false);
      fail(bench, order, "maintenance", 10);
      bench.passSeconds(2);
      fail(bench, order, "somethingElse", seconds);

      bench.passSeconds(after - 2);

      assertEquals(collected, bench.collected(order));
    }
  }

  @Test
  void aRolesOrder_pickedUpDuringTheError_isNotTooLate() throws Exception {
    try (Bench bench = new Bench()) {
      Reply order = created(bench, "plays Opens the app", false);
      fail(bench, order, "maintenance", 60);
      bench.passSeconds(61);

      assertEquals(200, bench.phone("sign", order).status());

      assertEquals("complete", bench.collected(order));
    }
  }

  @Test
  void seconds_areReal_atEverySpeed() throws Exception {
    try (Bench bench = new Bench(settings -> settings.with(new Speed(10)))) {
      Reply order = created(bench, "opened", false);
      fail(bench, order, "maintenance", 4);
      bench.clock.add(Duration.ofMillis(3999));
      assertEquals("maintenance", bench.collected(order));
      bench.clock.add(Duration.ofMillis(1));
      assertEquals("pending/userSign", bench.collected(order));
    }
  }

  private static Reply created(Bench bench, String course, boolean byPhone) throws Exception {
    if (course.startsWith("plays ")) {
      String role = bench.role(course.substring("plays ".length()));
      return byPhone ? bench.phoneSign(role) : bench.sign(role);
    }
    ObjectNode body = bench.signBody(Bench.PERSON);
    boolean readsAnId = course.endsWith("reads an ID");
    Reply created =
        bench.rp("/sign", readsAnId ? Parameter.set(body, "requirement.mrtd", "true") : body);
    if (course.startsWith("opened")) {
      bench.open(created);
    }
    return created;
  }

  private static void fail(Bench bench, Reply order, String errorCode, int seconds)
      throws Exception {
    ObjectNode fault = (ObjectNode) Bench.json("{\"status\":503}");
    fault.put("error_code", errorCode).put("seconds", seconds);
    fault.set("order_ref", order.body().get("orderRef"));
    assertEquals(200, bench.collectError(fault).status());
  }
}
