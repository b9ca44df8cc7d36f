package com.enterprisesigning.bankid.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void aCall_comesBackOverMutualTls() {
    assertDoesNotThrow(() -> Rehearsal.run(Clock.systemUTC()));
  }
}
