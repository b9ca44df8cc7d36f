package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of {@code docs/bankid.md#errors}, row by row, and how a client provokes each one. */
class ErrorFactsTest {
  private static final String JSON = "application/json";

  @AutoClose private final Bench bench = new Bench();

  @ParameterizedTest(name = "{0} {1}, by {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | alreadyInProgress    | two orders   | sign sign
          400 | alreadyInProgress    | two orders   | sign phone/sign
          400 | alreadyInProgress    | two orders   | auth phone/auth
          400 | alreadyInProgress    | role         | Has an order at another bank
          400 | invalidParameters    | body         | ''
          400 | invalidParameters    | body         | []
          400 | invalidParameters    | body         | null
          400 | invalidParameters    | body         | "text"
          400 | invalidParameters    | body         | {
          400 | invalidParameters    | body         | {} {}
          400 | invalidParameters    | body         | {"a":1,"a":2}
          400 | invalidParameters    | body of      | 400000
          400 | somethingNew         | role         | Gets an error code
          401 | unauthorized         | certificate  | none
          403 | unauthorized         | certificate  | Blocked Relying Party
          404 | notFound             | path         | /signs
          404 | notFound             | path         | /sign/
          404 | notFound             | path         | /phone
          404 | notFound             | path         | /payment
          404 | notFound             | path         | /../v5.1/sign
          405 | methodNotAllowed     | method       | GET
          405 | methodNotAllowed     | method       | PUT
          405 | methodNotAllowed     | method       | DELETE
          415 | unsupportedMediaType | Content-Type | application/json; charset=utf-8
          415 | unsupportedMediaType | Content-Type | application/json;charset=UTF-8
          415 | unsupportedMediaType | Content-Type | text/plain
          429 | tooManyRequests      | role         | Hits BankID's rate limit
          500 | internalError        | role         | Finds BankID failing
          503 | maintenance          | role         | Finds BankID in maintenance
          """)
  void call_answersAnErrorCodeAndItsDetails(int status, String errorCode, String what, String value)
      throws Exception {
    Reply reply =
        switch (what) {
          case "two orders" -> second(value.split(" ", 2));
          case "role" -> bench.sign(bench.role(value));
          case "body" -> bench.sent(value);
          case "body of" -> bench.sent(" ".repeat(Integer.parseInt(value)) + "{}");
          case "certificate" -> by(value);
          case "path" -> bench.relyingParty.post(bench.rpUri(value), "{}");
          case "method" -> sent(value, JSON);
          case "Content-Type" -> sent("POST", value);
          default -> throw new IllegalArgumentException(what);
        };

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
    "429, somethingNew",
    "500, internalError",
    "503, maintenance"
  })
  void collect_answersAnyError_forAsLongAsAsked_andThenTheOrdersState(int status, String errorCode)
      throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.open(order);
    ObjectNode fault = fault().put("status", status).put("error_code", errorCode);
    fault.set("order_ref", order.body().get("orderRef"));
    assertEquals(200, bench.collectError(fault).status());
    bench.passSeconds(3);

    Reply reply = bench.collect(order);

    assertEquals(status, reply.status());
    assertEquals(errorCode, reply.errorCode());
    assertEquals(status == 429, hasTheThreeHeaders(reply));
    bench.passSeconds(1);
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
  void methodNotAllowed_namesTheAllowedMethod() throws Exception {
    Reply reply = sent("GET", JSON);
    assertEquals(Optional.of("POST"), reply.raw().headers().firstValue("Allow"));
  }

  @Test
  void tooManyRequests_hasTheThreeHeaders() throws Exception {
    Reply reply = bench.sign(bench.role("Hits BankID's rate limit"));
    assertTrue(hasTheThreeHeaders(reply));
  }

  @Test
  void tls_refusesAClientCertificate_thatAnotherAuthorityIssued() throws Exception {
    try (Simulator stranger = Simulator.start(new SimulatorSettings(0, bench.clock));
        Https client =
            new Https(bench.simulator.tlsRootPem(), Optional.of(stranger.clientCertificate()))) {
      // Both issuers have the same name, so the client does send its certificate.
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

  private static boolean hasTheThreeHeaders(Reply reply) {
    return Stream.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
        .allMatch(it -> reply.raw().headers().firstValue(it).orElse("").matches("\\d+"));
  }

  private Reply second(String[] calls) throws Exception {
    bench.create(calls[0], Bench.PERSON);
    return bench.create(calls[1], Bench.PERSON);
  }

  private Reply by(String relyingParty) throws Exception {
    Optional<ClientCertificate> certificate =
        Optional.of(relyingParty)
            .filter(name -> !name.equals("none"))
            .map(bench.simulator::newClientCertificate);
    try (Https client = new Https(bench.simulator.tlsRootPem(), certificate)) {
      return client.post(bench.rpUri("/sign"), bench.signBody(Bench.PERSON).toString());
    }
  }

  private Reply sent(String method, String contentType) throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    return bench.relyingParty.send(method, bench.rpUri("/sign"), contentType, body.toString());
  }
}
