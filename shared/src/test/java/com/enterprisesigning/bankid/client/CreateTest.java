package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.domain.Launch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {
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
  void sign_answersTheOrderWithItsLaunch() {
    bankId.server.answers(
        200,
        """
        {"orderRef":"131daac9-16c6-4618-beb0-365768f37288","autoStartToken":"a","qrStartToken":"q",
         "qrStartSecret":"s","addedTomorrow":{"x":[1]}}\
        """);

    assertEquals(
        new Created.Order(ORDER_REF, Optional.of(new Launch("a", "q", "s"))),
        bankId.client().create(Fixture.SIGN));
    assertEquals(List.of(), bankId.faults());
  }

  @Test
  void phoneSign_answersTheOrderWithoutLaunch() {
    bankId.server.answers(200, "{\"orderRef\":\"131daac9-16c6-4618-beb0-365768f37288\"}");

    assertEquals(
        new Created.Order(ORDER_REF, Optional.empty()), bankId.client().create(Fixture.PHONE_SIGN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alreadyInProgress", "ALREADYINPROGRESS"})
  void alreadyInProgress_inAnyCase(String errorCode) {
    bankId.server.answers(
        400,
        "{\"errorCode\":\"%s\",\"details\":\"Order already in progress for pno\"}"
            .formatted(errorCode));

    assertEquals(new Created.AlreadyInProgress(), bankId.client().create(Fixture.SIGN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"errorCode\":\"invalidParameters\"}",
        "400 | {\"errorCode\":\"addedTomorrow\"}",
        "400 | {\"errorCode\":7}",
        "400 | alreadyInProgress",
        "401 | {\"errorCode\":\"unauthorized\"}",
        "403 | {\"errorCode\":\"alreadyInProgress\"}",
        "404 | {\"errorCode\":\"notFound\"}",
        "405 | {\"errorCode\":\"methodNotAllowed\"}",
        "413 | <html>",
        "415 | {\"errorCode\":\"unsupportedMediaType\"}",
      })
  void refusal_isNoOutage(int status, String body) {
    bankId.server.answers(status, body);

    assertEquals(new Created.Refused(new Fault.Refused()), bankId.client().create(Fixture.SIGN));
    assertEquals(List.of("/sign HTTP " + status), bankId.faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "408 | {\"errorCode\":\"requestTimeout\"}",
        "500 | {\"errorCode\":\"internalError\"}",
        "302 | <html>",
      })
  void anyOtherError_isUnexpected(int status, String body) {
    bankId.server.answers(status, body, "Location", "https://127.0.0.1:1/");

    assertEquals(new Created.Refused(new Fault.Unexpected()), bankId.client().create(Fixture.SIGN));
    assertEquals(List.of("/sign HTTP " + status), bankId.faults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orderRef\":\"o\",\"autoStartToken\":\"a\",\"qrStartToken\":\"q\"}",
        "{\"orderRef\":7,\"autoStartToken\":\"a\",\"qrStartToken\":\"q\",\"qrStartSecret\":\"s\"}",
        "{\"orderRef\":\"\",\"autoStartToken\":\"a\",\"qrStartToken\":\"q\",\"qrStartSecret\":\"s\"}",
        "{\"orderRef\":\"o\",",
        "[]",
        "null",
        "<html>",
        ""
      })
  void a200ThatCannotBeRead_isNoAnswer_becauseTheOrderMayExist(String body) {
    bankId.server.answers(200, body);

    assertEquals(new Created.NoAnswer(), bankId.client().create(Fixture.SIGN));
    assertEquals(List.of("/sign HTTP 200"), bankId.faults());
  }

  @ParameterizedTest
  @CsvSource({
    "503, Retry-After,      120,                           120",
    "503, retry-after,      0007,                            7",
    "429, Retry-After,      3600,                         3600",
    "429, RateLimit-Reset,  9,                               9",
    "503, X-Other,          9,                               5",
    "503, Retry-After,      0,                               5",
    "503, Retry-After,      -1,                              5",
    "503, Retry-After,      3601,                            5",
    "503, Retry-After,      99999999999999999999,            5",
    "503, Retry-After,      soon,                            5",
    "429, RateLimit-Reset,  1795428000,                      5",
  })
  void busyOrInMaintenance_isUnavailable_forAsLongAsBankIdSays(
      int status, String header, String value, long seconds) {
    bankId.server.answers(status, "{\"errorCode\":\"Maintenance\"}", header, value);

    assertEquals(
        new Created.Refused(new Fault.Unavailable(Duration.ofSeconds(seconds))),
        bankId.client().create(Fixture.SIGN));
  }

  @Test
  void retryAfter_goesBeforeRateLimitReset() {
    bankId.server.answers(429, "", "RateLimit-Reset", "60", "Retry-After", "7");

    assertEquals(
        new Created.Refused(new Fault.Unavailable(Duration.ofSeconds(7))),
        bankId.client().create(Fixture.SIGN));
  }
}
