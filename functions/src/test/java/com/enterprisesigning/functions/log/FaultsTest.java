package com.enterprisesigning.functions.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault in the log names what has to be fixed, and shows no secret. */
class FaultsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BANKID_SIGNATURE_ROOT",
        "BANKID_CLIENT_CERTIFICATE",
        "ResourceNotFoundException",
        "ProvisionedThroughputExceededException"
      })
  void nameOfASettingOrAnException_stays(String name) {
    assertTrue(message("DynamoDB: " + name + " is wrong").contains(name + " is wrong"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "189001019802",
        "18900101-9802",
        "1890 01 01 9802",
        "b9052a54-7e40-11ee-b962-0242ac120002",
        "dGhpcyBpcyBhIHNlY3JldA==",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJkZW1vIn0",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "BANKID_SIGNATURE_ROOT=abcdefghijkl",
        "ResourceNotFoundExceptionabc123"
      })
  void whatMayBeASecret_isCutOut(String secret) {
    assertFalse(message("got " + secret + ", sorry").contains(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"got 5 of 20", "POST /signing/start", "status 404"})
  void plainWords_stay(String words) {
    assertTrue(message(words).contains(words));
  }

  /** One of these long messages once overflowed the stack and made the handler fail. */
  @ParameterizedTest
  @ValueSource(strings = {"A_", "A_A", "a", "1 ", "AException", "189001019802/"})
  void aMessageWithoutEnd_isCut(String repeated) {
    String message = message(repeated.repeat(100_000));

    assertTrue(message.length() < 400, message);
    assertFalse(message.contains("189001019802"), message);
  }

  private static String message(String message) {
    return Faults.text(new IllegalStateException(message)).lines().findFirst().orElseThrow();
  }
}
