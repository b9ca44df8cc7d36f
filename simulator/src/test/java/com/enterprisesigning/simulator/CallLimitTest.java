package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The optional limit of calls of a simulator: 429 of {@code docs/bankid.md#errors}. */
class CallLimitTest {
  private Bench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new Bench(settings -> settings.withCallLimit(2));
    bench.sign(Bench.PERSON);
    bench.sign(Bench.OTHER_PERSON);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void oneCallTooMany_answers429_andSaysWhenToRetry() throws Exception {
    bench.passSeconds(7);

    Reply reply = bench.sign(Bench.PERSON);

    assertEquals(429, reply.status());
    assertEquals("tooManyRequests", reply.errorCode());
    assertEquals(Optional.of("2"), reply.raw().headers().firstValue("RateLimit-Limit"));
    assertEquals(Optional.of("0"), reply.raw().headers().firstValue("RateLimit-Remaining"));
    assertEquals(Optional.of("3"), reply.raw().headers().firstValue("RateLimit-Reset"));
  }

  @Test
  void theNextCall_isAnswered_afterThatTime() throws Exception {
    bench.passSeconds(10);

    assertEquals("alreadyInProgress", bench.sign(Bench.PERSON).errorCode());
  }

  @Test
  void anotherClientCertificate_hasItsOwnLimit() throws Exception {
    ClientCertificate another = bench.simulator.newClientCertificate("Another AB");
    try (Https other = new Https(bench.simulator.tlsRootPem(), Optional.of(another))) {
      assertEquals(404, other.post(bench.rpUri("/none"), "{}").status());
    }
  }

  @Test
  void thePhone_hasNoLimit() throws Exception {
    assertEquals(2, bench.nobody.get(bench.sandboxUri("/orders")).body().size());
  }
}
