package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.OrderRequest;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever BankID answers maps to one of the port's answers, and a complete completion is kept. */
class OddAnswerTest {
  private final List<BankIdEvent> events = new ArrayList<>();
  private final Hints hints = new Hints(events::add);

  @Property
  void aCompletionThatIsWhole_isNeverDropped(@ForAll("wholeCompletions") String body) {
    Completion completion =
        assertInstanceOf(Collected.Complete.class, collect(200, body)).completion();

    assertEquals(OddAnswers.SIGNATURE, completion.signature());
    assertEquals(OddAnswers.OCSP_RESPONSE, completion.ocspResponse());
    assertTrue(completion.raw().equals(body) || body.length() > 8 << 10, completion.raw());
  }

  @Property
  void collect_knowsNothing_whenTheStatusIsNot200(
      @ForAll("statuses") int status, @ForAll("answers") String body) {
    Collected collected = collect(status, body);

    boolean isUnknown =
        collected instanceof Collected.NoAnswer || collected instanceof Collected.NoSuchOrder;
    assertTrue(status == 200 || isUnknown, collected.toString());
    assertFalse(status == 200 && collected instanceof Collected.NoSuchOrder);
  }

  @Property
  void collect_revealsNothingOfTheAnswer(
      @ForAll("statuses") int status, @ForAll("answers") String body) {
    collect(status, body);

    assertFalse(events.toString().contains("189001019802"), events.toString());
    events.forEach(event -> assertTrue(event.toString().length() < 120, event.toString()));
  }

  @Property
  void create_namesItsOrder_orMayHaveMadeOne_whenTheStatusIs200(
      @ForAll("orders") OrderRequest order, @ForAll("answers") String body) {
    Created created = CreateAnswer.read(order, answer(200, body));

    if (created instanceof Created.Order made) {
      assertFalse(made.orderRef().isEmpty());
      assertEquals(order instanceof OrderRequest.Sign, made.launch().isPresent());
    } else {
      assertEquals(new Created.NoAnswer(), created);
    }
  }

  @Property
  void create_madeNoOrder_whenTheStatusIsNot200(
      @ForAll("statuses") int status,
      @ForAll("orders") OrderRequest order,
      @ForAll("answers") String body) {
    Created created = CreateAnswer.read(order, answer(status, body));

    boolean wasRefused =
        created instanceof Created.Refused || created instanceof Created.AlreadyInProgress;
    assertEquals(status != 200, wasRefused, created.toString());
  }

  @Property
  void cancel_isDone_whenTheStatusIs200(
      @ForAll("statuses") int status, @ForAll("answers") String body) {
    Cancelled cancelled = CancelAnswer.read(answer(status, body));

    assertEquals(status == 200, cancelled instanceof Cancelled.Done);
  }

  @Property
  void theTimeToWait_isASecondToAnHour(
      @ForAll("headerValues") String retryAfter, @ForAll("headerValues") String reset) {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("Retry-After", List.of(retryAfter), "RateLimit-Reset", List.of(reset)),
            (name, value) -> true);

    Duration wait =
        assertInstanceOf(Fault.Unavailable.class, Faults.of(new Reply.Answer(429, headers, "")))
            .retryAfter();

    assertTrue(wait.toSeconds() >= 1 && wait.toSeconds() <= 3_600, wait.toString());
  }

  private Collected collect(int status, String body) {
    return CollectAnswer.read(ORDER_REF, answer(status, body), hints);
  }

  private static Reply.Answer answer(int status, String body) {
    return new Reply.Answer(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
  }

  @Provide
  static Arbitrary<String> wholeCompletions() {
    return OddAnswers.wholeCompletions();
  }

  @Provide
  static Arbitrary<String> answers() {
    return OddAnswers.any();
  }

  @Provide
  static Arbitrary<Integer> statuses() {
    return OddAnswers.statuses();
  }

  @Provide
  static Arbitrary<OrderRequest> orders() {
    return Arbitraries.of(Fixture.SIGN, Fixture.PHONE_SIGN);
  }

  @Provide
  static Arbitrary<String> headerValues() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Object::toString),
        Arbitraries.integers().between(-1, 4_000).map(Object::toString),
        Arbitraries.strings().withChars("0 1e.+-\t").ofMaxLength(30),
        Arbitraries.strings().all().ofMaxLength(10));
  }
}
