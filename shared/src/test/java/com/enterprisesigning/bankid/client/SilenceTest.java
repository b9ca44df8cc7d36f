package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BankID answers nothing, or not everything. */
class SilenceTest {
  private static final Fault IN_FIVE_SECONDS = new Fault.Unavailable(Duration.ofSeconds(5));

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
  void create_withoutAnswer_mayHaveMadeAnOrder() {
    bankId.server.isSilent();

    assertEquals(new Created.NoAnswer(), bankId.impatientClient().create(Fixture.SIGN));
    assertEquals(List.of("/sign TimeoutException"), bankId.faults());
  }

  @Test
  void create_isNotSentAgain_whenBankIdHangsUp() {
    bankId.server.hangsUp();
    bankId.server.answers(200, "{}");

    assertEquals(new Created.NoAnswer(), bankId.client().create(Fixture.SIGN));
    assertEquals(1, bankId.server.asked().size());
  }

  @Test
  void theTimeout_boundsTheBodyAsWell() {
    bankId.server.stopsInTheBody();

    assertEquals(
        new Collected.NoAnswer(IN_FIVE_SECONDS), bankId.impatientClient().collect(ORDER_REF));
    assertEquals(List.of("/collect TimeoutException"), bankId.faults());
  }

  @Test
  void collect_withoutAnswer_knowsNothing() {
    bankId.server.hangsUp();

    assertEquals(new Collected.NoAnswer(IN_FIVE_SECONDS), bankId.client().collect(ORDER_REF));
  }

  @Test
  void cancel_withoutAnswer_knowsNothing() {
    bankId.server.isSilent();

    assertEquals(
        new Cancelled.NoAnswer(IN_FIVE_SECONDS), bankId.impatientClient().cancel(ORDER_REF));
  }

  @Test
  void anAnswerThatIsTooLong_isNoAnswer() {
    bankId.server.answers(200, "x".repeat((4 << 20) + 1));

    assertEquals(new Collected.NoAnswer(IN_FIVE_SECONDS), bankId.client().collect(ORDER_REF));
  }

  @Test
  void anInterruptedCall_endsAtOnce_andTheThreadStaysInterrupted() {
    bankId.server.isSilent();
    Thread.currentThread().interrupt();

    assertEquals(new Created.NoAnswer(), bankId.client().create(Fixture.SIGN));

    assertTrue(Thread.interrupted());
  }

  @Test
  void theWorstOfAStart_fitsIntoTheFunctionsTimeout() {
    Duration certificate = AwsClients.SECRETS_TIMEOUT;
    Duration dynamoDb = Duration.ofSeconds(3);
    Duration worst =
        Timeouts.PRODUCTION.exchange().multipliedBy(3).plus(certificate).plus(dynamoDb);

    assertTrue(worst.compareTo(Duration.ofSeconds(20)) < 0, worst.toString());
  }

  @Test
  void connectionThatHangs_leavesTimeForASecondOne() {
    Duration half = Timeouts.PRODUCTION.exchange().dividedBy(2);

    assertTrue(Timeouts.PRODUCTION.connect().compareTo(half) < 0);
  }
}
