package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /sandbox/orders} ({@code docs/architecture.md#the-simulator}). */
class JournalTest {
  @AutoClose private final Bench bench = new Bench();

  @Test
  void runningOrder_hasNoEnd() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    JsonNode entry = bench.journal(Bench.PERSON).get(0);
    assertEquals(
        Bench.json(
            """
            {"order_ref":%s,"personal_number":"189007159909","kind":"sign",
             "relying_party":"Simulated Relying Party",
             "created_at":"2026-03-01T10:00:00.123Z","ended_at":null,"outcome":null}
            """
                .formatted(order.body().get("orderRef"))),
        entry);
  }

  @ParameterizedTest
  @CsvSource({"sign, sign", "phone/sign, phone", "auth, auth", "phone/auth, phone_auth"})
  void order_hasItsKind(String call, String kind) throws Exception {
    bench.create(call, Bench.PERSON);
    assertEquals(kind, bench.journal(Bench.PERSON).get(0).get("kind").textValue());
  }

  @Test
  void order_thatNobodyCollected_endedWhenItsScriptSays() throws Exception {
    bench.phoneSign(bench.role("Signs after"));
    bench.passSeconds(3_600);
    JsonNode entry = bench.journal(bench.role("Signs after")).get(0);
    assertEquals("phone", entry.get("kind").textValue());
    assertEquals("2026-03-01T10:00:09.123Z", entry.get("ended_at").textValue());
    assertEquals("complete", entry.get("outcome").textValue());
  }

  @Test
  void order_thatNobodyOpened_endedAfter30Seconds() throws Exception {
    bench.sign(Bench.PERSON);
    bench.passSeconds(100);
    JsonNode entry = bench.journal(Bench.PERSON).get(0);
    assertEquals("2026-03-01T10:00:30.123Z", entry.get("ended_at").textValue());
    assertEquals("startFailed", entry.get("outcome").textValue());
  }

  @Test
  void order_thatWasCancelled_hasThatOutcome() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.passSeconds(1);
    bench.cancel(order);
    JsonNode entry = bench.journal(Bench.PERSON).get(0);
    assertEquals("2026-03-01T10:00:01.123Z", entry.get("ended_at").textValue());
    assertEquals("cancelled", entry.get("outcome").textValue());
  }

  @Test
  void order_isCancelledByASecondCreate_whichMakesNone() throws Exception {
    bench.sign(Bench.PERSON);
    bench.sign(Bench.PERSON);
    JsonNode entries = bench.journal(Bench.PERSON);
    assertEquals(1, entries.size());
    assertEquals("cancelled", entries.get(0).get("outcome").textValue());
  }

  @Test
  void orders_stayInTheJournal_whenNoCallCanFindThem() throws Exception {
    bench.sign(Bench.PERSON);
    bench.passSeconds(3_600);
    bench.sign(Bench.OTHER_PERSON);
    bench.sign(Bench.PERSON);
    JsonNode entries = bench.journal(Bench.PERSON);
    assertEquals(2, entries.size());
    assertEquals("startFailed", entries.get(0).get("outcome").textValue());
    assertTrue(entries.get(1).get("outcome").isNull());
    assertEquals(3, bench.nobody.get(bench.sandboxUri("/orders")).body().size());
  }

  @Test
  void orders_answers400_whenTheQueryIsWrong() throws Exception {
    assertEquals(400, bench.nobody.get(bench.sandboxUri("/orders?personal_number=1")).status());
    assertEquals(400, bench.nobody.get(bench.sandboxUri("/orders?person=1")).status());
  }

  @Test
  void sandbox_canBeMountedOnAnotherServer() throws Exception {
    bench.sign(Bench.PERSON);
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/sandbox", bench.simulator.sandbox());
    other.start();
    try {
      URI orders =
          URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/sandbox/orders");
      assertEquals(1, bench.nobody.get(orders).body().size());
    } finally {
      other.stop(0);
    }
  }
}
