package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bankid-facts section 2.4, row by row: an error of BankID's, and how it is had on purpose. */
class ErrorFactsTest {
  private static final String JSON = "application/json";

  private Bench bench;

  /** A call that goes wrong. */
  interface Call {
    Reply on(Bench bench) throws Exception;
  }

  @BeforeEach
  void start() throws Exception {
    bench = new Bench();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            400,
            "alreadyInProgress",
            "the person has an order",
            it -> {
              it.sign(Bench.PERSON);
              return it.sign(Bench.PERSON);
            }),
        row(
            400,
            "alreadyInProgress",
            "by phone too",
            it -> {
              it.create("auth", Bench.PERSON);
              return it.create("phone/auth", Bench.PERSON);
            }),
        row(
            400,
            "alreadyInProgress",
            "a role: an order at another bank",
            it -> it.sign(it.role("Has an order at another bank"))),
        row(400, "invalidParameters", "the body is empty", it -> it.sent("")),
        row(400, "invalidParameters", "the body is no object", it -> it.sent("[]")),
        row(400, "invalidParameters", "the body is null", it -> it.sent("null")),
        row(400, "invalidParameters", "the body is not JSON", it -> it.sent("{")),
        row(400, "invalidParameters", "two bodies", it -> it.sent("{} {}")),
        row(400, "invalidParameters", "a member twice", it -> it.sent("{\"a\":1,\"a\":2}")),
        row(400, "invalidParameters", "too big", it -> it.sent(" ".repeat(400_000) + "{}")),
        row(
            400,
            "somethingNew",
            "a role: a code that nobody knows",
            it -> it.sign(it.role("Meets an error code"))),
        row(
            401,
            "unauthorized",
            "no client certificate",
            it -> it.nobody.post(it.rpUri("/sign"), "{}")),
        row(403, "unauthorized", "a client certificate without access", ErrorFactsTest::blocked),
        row(404, "notFound", "another path", it -> it.relyingParty.post(it.rpUri("/signs"), "{}")),
        row(404, "notFound", "a slash more", it -> it.relyingParty.post(it.rpUri("/sign/"), "{}")),
        row(
            404,
            "notFound",
            "an older version",
            it -> it.relyingParty.post(it.rpUri("/../v5.1/sign"), "{}")),
        row(405, "methodNotAllowed", "GET", it -> sent("GET", JSON, it)),
        row(405, "methodNotAllowed", "PUT", it -> sent("PUT", JSON, it)),
        row(
            415,
            "unsupportedMediaType",
            "charset",
            it -> sent("POST", "application/json; charset=utf-8", it)),
        row(
            415,
            "unsupportedMediaType",
            "charset without a space",
            it -> sent("POST", "application/json;charset=UTF-8", it)),
        row(415, "unsupportedMediaType", "no JSON", it -> sent("POST", "text/plain", it)),
        row(
            429,
            "tooManyRequests",
            "a role: too many calls",
            it -> it.sign(it.role("Meets BankID's rate limit"))),
        row(500, "internalError", "a role: a fault", it -> it.sign(it.role("Meets a fault"))),
        row(
            503,
            "Maintenance",
            "a role: maintenance",
            it -> it.sign(it.role("Meets BankID in maintenance"))));
  }

  private static Arguments row(int status, String errorCode, String cause, Call call) {
    return argumentSet("%d %s: %s".formatted(status, errorCode, cause), status, errorCode, call);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void call_answersAnErrorCodeAndItsDetails(int status, String errorCode, Call call)
      throws Exception {
    Reply reply = call.on(bench);

    assertEquals(status, reply.status());
    assertEquals(errorCode, reply.errorCode());
    assertTrue(reply.body().get("details").isTextual());
    assertEquals(2, reply.body().size());
    assertEquals(Optional.of(JSON), reply.raw().headers().firstValue("Content-Type"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "400, somethingNew",
    "401, unauthorized",
    "408, requestTimeout",
    "429, tooManyRequests",
    "500, internalError",
    "503, maintenance"
  })
  void collect_answersAnyError_forAsLongAsAsked_andThenWhereTheOrderStood(
      int status, String errorCode) throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    ObjectNode fault = fault().put("status", status).put("error_code", errorCode);
    fault.set("order_ref", order.body().get("orderRef"));
    assertEquals(200, bench.collectError(fault).status());
    bench.clock.turnSeconds(3);

    Reply reply = bench.collect(order);

    assertEquals(status, reply.status());
    assertEquals(errorCode, reply.errorCode());
    bench.clock.turnSeconds(1);
    assertEquals("pending/userSign", bench.collected(order));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status     | 200           | The body must have status, a number from 400 to 599.
          status     | absent        | The body must have status, a number from 400 to 599.
          seconds    | 0             | The body must have seconds, a number from 1 to 180.
          seconds    | "4"           | The body must have seconds, a number from 1 to 180.
          error_code | "not a code"  | error_code must be letters, such as maintenance.
          order_ref  | absent        | The body must have order_ref, a string.
          """)
  void collectError_saysWhatIsWrong(String name, String value, String message) throws Exception {
    Reply reply = bench.collectError(Parameter.set(fault(), name, value));
    assertEquals(400, reply.status());
    assertEquals(message, reply.message());
  }

  private static ObjectNode fault() throws Exception {
    return (ObjectNode)
        Bench.json(
            """
            {"order_ref":"unknown","status":503,"error_code":"maintenance","seconds":4}
            """);
  }

  @Test
  void alreadyInProgress_endsBothOrders_soThatTheNextSucceeds() throws Exception {
    Reply first = bench.sign(Bench.PERSON);
    assertEquals("alreadyInProgress", bench.phoneSign(Bench.PERSON).errorCode());
    assertEquals("failed/cancelled", bench.collected(first));
    assertEquals(200, bench.sign(Bench.PERSON).status());
  }

  @Test
  void methodNotAllowed_saysWhatIs() throws Exception {
    Reply reply = sent("GET", JSON, bench);
    assertEquals(Optional.of("POST"), reply.raw().headers().firstValue("Allow"));
  }

  @Test
  void tooManyRequests_hasTheThreeHeaders() throws Exception {
    Reply reply = bench.sign(bench.role("Meets BankID's rate limit"));
    for (String name : List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")) {
      assertTrue(reply.raw().headers().firstValue(name).orElse("").matches("\\d+"), name);
    }
  }

  @Test
  void tls_refusesAClientCertificate_thatAnotherAuthorityIssued() throws Exception {
    try (Simulator stranger = Simulator.start(new SimulatorSettings(0, bench.clock));
        Https client =
            new Https(bench.simulator.tlsRootPem(), Optional.of(stranger.clientCertificate()))) {
      // Both issuers bear the same name, so the client does send its certificate.
      assertThrows(IOException.class, () -> client.post(bench.rpUri("/sign"), "{}"));
    }
  }

  @Test
  void tls_fails_whenTheSignatureRootIsPinnedInstead() throws Exception {
    try (Https client =
        new Https(
            bench.simulator.signatureRootPem(), Optional.of(bench.simulator.clientCertificate()))) {
      assertThrows(SSLException.class, () -> client.post(bench.rpUri("/sign"), "{}"));
    }
  }

  private static Reply blocked(Bench bench) throws Exception {
    try (Https blocked =
        new Https(
            bench.simulator.tlsRootPem(),
            Optional.of(bench.simulator.newClientCertificate(RelyingParty.BLOCKED)))) {
      return blocked.post(bench.rpUri("/sign"), bench.signBody(Bench.PERSON).toString());
    }
  }

  private static Reply sent(String method, String contentType, Bench bench) throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    return bench.relyingParty.send(method, bench.rpUri("/sign"), contentType, body.toString());
  }
}
