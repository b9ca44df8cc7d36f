package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Any bytes from BankID map to one of the port's answers. */
class AnswerFuzzTest {
  @FuzzTest
  void read(byte[] bytes) {
    String body = new String(bytes, UTF_8);
    for (int status : new int[] {200, 400, 503}) {
      Reply.Answer answer =
          new Reply.Answer(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
      collect(answer);
      create(answer);
      CancelAnswer.read(answer);
    }
  }

  private static void collect(Reply.Answer answer) {
    List<BankIdEvent> events = new ArrayList<>();
    Collected collected = CollectAnswer.read(ORDER_REF, answer, new Hints(events::add));
    if (collected instanceof Collected.Complete complete) {
      String raw = complete.completion().raw();
      assertTrue(raw.equals(answer.body()) || answer.body().length() > 8 << 10);
      assertEquals(ORDER_REF, complete.completion().orderRef());
    }
    assertTrue(events.toString().length() < 150, "the listener got more than a short word");
  }

  private static void create(Reply.Answer answer) {
    if (CreateAnswer.read(Fixture.SIGN, answer) instanceof Created.Order order) {
      assertFalse(order.orderRef().isEmpty());
      assertTrue(order.launch().isPresent());
    }
    if (CreateAnswer.read(Fixture.PHONE_SIGN, answer) instanceof Created.Order order) {
      assertTrue(order.launch().isEmpty());
    }
  }
}
