package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.functions.metrics.CountedLines;
import com.enterprisesigning.sqs.FollowUpMessages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** If neither the table nor the queue takes a completion, the person has to sign again. */
@ResourceLock(Resources.SYSTEM_OUT)
class SignatureLostTest {
  private final Stdout stdout = new Stdout();
  private final InMemoryCore core = new InMemoryCore();
  private final Application application = core.application();

  @AfterEach
  void release() {
    stdout.close();
  }

  private void aSignatureThatNothingTakes() {
    answer(ApiCall.REGISTER);
    answer(ApiCall.START);
    core.bankId.signTheLast();
    core.turn(Duration.ofSeconds(95));
    core.takesNoCompletion();
  }

  private TestCall.Answer answer(ApiCall call) {
    return call.answer(application, TestCall.read(call.good().event().toString()));
  }

  private void assertLost() {
    assertEquals(
        1,
        stdout.log().stream()
            .map(TestCall::parse)
            .filter(line -> line.path("message").asText().equals("Signature lost"))
            .count());
    assertEquals(
        List.of("InternalErrors 1", CountedLines.OF_THE_VERSION, "SignaturesLost 1"),
        CountedLines.of(stdout.metrics()));
  }

  @Test
  void collect_answers500_andCountsTheSignature() {
    aSignatureThatNothingTakes();

    TestCall.Answer answer = answer(ApiCall.COLLECT);
    assertEquals(500, answer.status());
    assertEquals("SIGNATURE_LOST", answer.reason());
    assertLost();
  }

  @Test
  void followUp_keepsTheMessage_andCountsTheSignature() {
    aSignatureThatNothingTakes();
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("m1");
    message.setBody(FollowUpMessages.body(core.due().getFirst()));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));

    assertEquals(
        1,
        new FollowUpHandler(application)
            .handleRequest(event, new TestContext())
            .getBatchItemFailures()
            .size());
    assertLost();
  }
}
