package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.enterprisesigning.functions.OddEventBench.Outcome;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event that the Lambda runtime can read is answered as the contract says. */
class ApiEventFuzzTest {
  @MethodSource("goodEvents")
  @FuzzTest
  void answer(byte[] event) {
    String text = new String(event, UTF_8);
    if (isEvent(text)) {
      for (ApiCall call : ApiCall.values()) {
        Outcome outcome = new OddEventBench().call(call, text);
        outcome.assertDocumented();
        outcome.assertNothingChanged_whereItWasRefused();
      }
    }
  }

  static Stream<byte[]> goodEvents() {
    return Arrays.stream(ApiCall.values())
        .map(call -> call.good().event().toString().getBytes(UTF_8));
  }

  /** Returns whether the runtime can read the text. Other texts never reach a handler. */
  private static boolean isEvent(String text) {
    try {
      return TestCall.read(text) != null;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
