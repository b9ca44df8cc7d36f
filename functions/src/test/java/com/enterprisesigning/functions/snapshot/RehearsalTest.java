package com.enterprisesigning.functions.snapshot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void everyCall_isAnsweredAsTheContractSays() {
    assertDoesNotThrow(() -> Rehearsal.run(Clock.systemUTC()));
  }

  @Test
  void completion_isKept_withoutANetwork() {
    assertDoesNotThrow(() -> Rehearsal.keepCompletion(Clock.systemUTC()));
  }
}
