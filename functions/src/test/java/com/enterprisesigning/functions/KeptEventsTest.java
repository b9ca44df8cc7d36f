package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that a handler once answered wrongly. */
class KeptEventsTest {
  private final OddEventBench bench = new OddEventBench();

  @ParameterizedTest
  @EnumSource
  void anyCall_ignoresAHeader_whenItIsNull(ApiCall call) {
    ObjectNode event = call.good().event();
    event.withObject("/headers").putNull("x-forwarded-for");

    bench.call(call, event.toString()).assertDocumented();
  }

  @ParameterizedTest
  @EnumSource
  void anyCall_answersAProblem_whenThePathIsNotUnicode(ApiCall call) {
    ObjectNode event = call.good().withoutToken().event().put("rawPath", "/signing/\ud800");

    OddEventBench.Outcome outcome = bench.call(call, event.toString());

    outcome.assertDocumented();
    assertEquals(403, outcome.answer().status());
  }

  @Test
  void register_answers400_whenTheTextIsNotUnicode() {
    ObjectNode event = TestCall.register().event();
    event.put("body", event.get("body").textValue().replace("I sign.", "I sign\ud800."));

    OddEventBench.Outcome outcome = bench.call(ApiCall.REGISTER, event.toString());

    assertEquals("INVALID_REQUEST", outcome.answer().reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T23:59:59-18:00", "9999-12-31T23:59:59.999-00:01"})
  void register_answers400_whenTheExpiryIsAfterYear9999(String time) {
    ObjectNode event = TestCall.register().event();
    event.put(
        "body",
        event.get("body").textValue().replaceFirst("\\{", "{\"expires_at\":\"" + time + "\","));

    OddEventBench.Outcome outcome = bench.call(ApiCall.REGISTER, event.toString());

    assertEquals("INVALID_REQUEST", outcome.answer().reason());
  }

  @Test
  void everyLineOfTheLog_isJson_whateverTheGatewayAndTheTokenSay() {
    ObjectNode event =
        TestCall.start().sourceIp("\u0000").token("demo\u0001", "signing/sign").event();

    OddEventBench.Outcome outcome = bench.call(ApiCall.START, event.toString());

    assertFalse(outcome.log().isEmpty());
    outcome.log().forEach(TestCall::parse);
  }
}
