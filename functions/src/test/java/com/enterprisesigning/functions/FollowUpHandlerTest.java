package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.enterprisesigning.bankid.BankId.Cancelled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which messages of a batch go back to the queue (rule F9). */
class FollowUpHandlerTest {
  private final FollowUpBench bench = new FollowUpBench();

  @Test
  void followUp_deletesTheMessage_ofAnOrderThatIsSettled() {
    assertEquals(List.of(), bench.cancelled("m1").failures());
  }

  @Test
  void followUp_deletesTheMessage_thatItSentAgain() {
    assertEquals(List.of(), bench.silent("m1").failures());
  }

  @Test
  void followUp_keepsOnlyTheMessage_thatTheTableDidNotTake() {
    bench.tableTakesNothing = true;

    assertEquals(List.of("m2"), bench.silent("m1").cancelled("m2").silent("m3").failures());
  }

  @Test
  void followUp_keepsOnlyTheMessage_thatItCouldNotSendAgain() {
    bench.queueIsAway = true;

    assertEquals(List.of("m2"), bench.cancelled("m1").silent("m2").failures());
  }

  @Test
  void followUp_keepsOnlyTheMessage_thatMetABug() {
    bench
        .cancelled("m1")
        .answered(
            "m2",
            () -> {
              throw new IllegalStateException("a bug");
            });

    assertEquals(List.of("m2"), bench.failures());
  }

  @Test
  void followUp_keepsOnlyTheMessage_thatEndsInAnError() {
    bench
        .answered(
            "m1",
            () -> {
              throw new StackOverflowError();
            })
        .cancelled("m2");

    assertEquals(List.of("m1"), bench.failures());
  }

  @Test
  void followUp_keepsOnlyTheMessages_thatItCannotRead() {
    bench.message("m1", "{\"version\":1}").message("m2", "no JSON").cancelled("m3");

    assertEquals(List.of("m1", "m2"), bench.failures());
  }

  @Test
  void followUp_keepsOnlyTheMessage_ofAnUnknownVersion() {
    bench.message("m1", "{\"version\":2,\"kind\":\"SETTLE\"}").cancelled("m2");

    assertEquals(List.of("m1"), bench.failures());
  }

  @Test
  void followUp_followsTheMessagesOfABatch_atOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    bench.answered("m1", () -> after(both)).answered("m2", () -> after(both));

    assertEquals(List.of(), bench.failures());
  }

  @Test
  void followUp_keepsOnlyTheMessage_thatTakesLongerThanTheInvocation() {
    CountDownLatch end = new CountDownLatch(1);
    bench.cancelled("m1").answered("m2", () -> untilReleased(end));
    List<String> failures = bench.failures(new TestContext(1_200));
    end.countDown();

    assertEquals(List.of("m2"), failures);
  }

  @Test
  void followUp_takesAnEmptyBatch() {
    assertEquals(List.of(), bench.failures());
  }

  @Test
  void theAnswer_isReadByLambda() {
    bench.tableTakesNothing = true;
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JacksonFactory.getInstance()
        .getSerializer(SQSBatchResponse.class)
        .toJson(bench.cancelled("m1").answer(new TestContext()), json);

    assertEquals(
        TestCall.parse("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}"),
        TestCall.parse(json.toString(StandardCharsets.UTF_8)));
  }

  private static Cancelled after(CyclicBarrier both) {
    try {
      both.await(10, TimeUnit.SECONDS);
      return new Cancelled.Done();
    } catch (Exception e) { // broken, timed out or interrupted: the other message never arrived
      throw new IllegalStateException(e);
    }
  }

  private static Cancelled untilReleased(CountDownLatch end) {
    try {
      assertTrue(end.await(10, TimeUnit.SECONDS));
      return new Cancelled.Done();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
