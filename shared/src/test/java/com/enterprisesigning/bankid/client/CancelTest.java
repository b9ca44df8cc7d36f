package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelTest {
  private Fixture bankId;

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  @Test
  void done() {
    assertEquals(new Cancelled.Done(), cancel(200, "{}"));

    BankIdServer.Asked asked = bankId.server.onlyAsked();
    assertEquals("POST /rp/v6.0/cancel", asked.method() + " " + asked.path());
    assertEquals("{\"orderRef\":\"" + ORDER_REF + "\"}", asked.body());
    assertEquals(List.of("application/json"), asked.headers().get("Content-Type"));
  }

  @Test
  void invalidParameters_isNoSuchOrder() {
    assertEquals(new Cancelled.NoSuchOrder(), cancel(400, "{\"errorCode\":\"invalidParameters\"}"));
  }

  @Test
  void tooManyRequests_isUnavailable() {
    assertEquals(
        new Cancelled.NoAnswer(new Fault.Unavailable(Duration.ofSeconds(5))), cancel(429, ""));
  }

  @Test
  void anyOtherError_isUnexpected() {
    assertEquals(
        new Cancelled.NoAnswer(new Fault.Unexpected()),
        cancel(500, "{\"errorCode\":\"internalError\"}"));
    assertEquals(List.of("/cancel HTTP 500"), bankId.faults());
  }

  private Cancelled cancel(int status, String body) {
    bankId.server.answers(status, body);
    return bankId.client().cancel(ORDER_REF);
  }
}
