package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The event by which {@code template.yaml} calls each alias all the time, so that its snapshot
 * stays active: it does nothing, and the log tells it apart.
 */
class KeepActiveTest {
  private static final Pattern INPUT =
      Pattern.compile("\\$\\{Function}KeepActive:\n(?:.*\n)*?\\s+Input: >-\n((?:\\s+[{\"].*\n)+)");

  @ParameterizedTest
  @EnumSource
  void anyCall_answers403_andAsksAndCountsNothing(ApiCall call) throws Exception {
    OddEventBench.Outcome outcome = new OddEventBench().call(call, event());

    assertEquals(403, outcome.answer().status());
    assertEquals("MISSING_SCOPE", outcome.answer().reason());
    assertEquals(List.of(), outcome.asked());
    assertTrue(outcome.isUnchanged());
    assertEquals(List.of(), outcome.log().stream().filter(Stdout::isMetric).toList());
    assertEquals("KEEP ACTIVE", TestCall.parse(outcome.log().getFirst()).path("call").asText());
  }

  @Test
  void followUp_hasNoMessage_andLogsNothing() throws Exception {
    SQSEvent batch =
        LambdaEventSerializers.serializerFor(SQSEvent.class, KeepActiveTest.class.getClassLoader())
            .fromJson(event());

    assertEquals(List.of(), batch.getRecords());
    try (Stdout stdout = new Stdout()) {
      assertEquals(List.of(), new FollowUpBench().failures());
      assertEquals(List.of(), stdout.lines());
    }
  }

  private static String event() throws Exception {
    Matcher input = INPUT.matcher(Files.readString(Path.of("../template.yaml")));
    assertTrue(input.find(), "template.yaml has no schedule that keeps the functions active");
    return input.group(1);
  }
}
