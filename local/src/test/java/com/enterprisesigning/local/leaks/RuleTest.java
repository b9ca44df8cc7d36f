package com.enterprisesigning.local.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check considers a secret, and what not. */
class RuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSONAL_NUMBER_OF_12_DIGITS|{\"fault\":\"no row for 189001019802\"}",
        "PERSONAL_NUMBER_OF_12_DIGITS|no row for 18900101-9802.",
        "PERSONAL_NUMBER_OF_12_DIGITS|person=189001619809",
        "PERSONAL_NUMBER_OF_10_DIGITS|no row for 9001019802",
        "PERSONAL_NUMBER_OF_10_DIGITS|(900101-9802)",
        "JWT|token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJkZW1vIn0.c2ln",
        "AUTHORIZATION|{authorization=[Bearer abcdef0123456789]}",
        "AUTHORIZATION|Basic ZGVtbzpkZW1v",
        "AUTOSTART_TOKEN|bankid:///?autostarttoken=131daac9-16c6-4618-beb0-365768f37288",
        "AUTOSTART_TOKEN|{\"autoStartToken\":\"131daac9-16c6-4618-beb0-365768f37288\"}",
        "AUTOSTART_TOKEN|autostart_token=AttributeValue(S=131daac9-16c6)",
        "QR_SECRET|\"qrStartSecret\":\"d28db9a7-4cde-429e-a983-359be676944c\"",
        "QR_SECRET|qr_start_token=AttributeValue(S=67df3917-fa0d)",
        "PRIVATE_KEY|-----BEGIN PRIVATE KEY-----",
        "PRIVATE_KEY|-----BEGIN RSA PRIVATE KEY-----",
        "BASE64_OF_DER|pem MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7",
        "BASE64_OF_XML|got PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0i",
        "PASSPHRASE|{\"passphrase\":\"qwerty123\"}",
        "PASSPHRASE|ClientCertificate[passphrase=qwerty123]"
      })
  void secret_isFound(Rule rule, String line) {
    assertEquals(List.of(rule), met(line));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 4_000})
  void packedText_isFound(int length) {
    assertTrue(met("body " + "H4sIAAAAAAAA/+x9".repeat(length / 10)).contains(Rule.LONG_BASE64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bankid.67df3917-fa0d-44e5-b327-edcc928297f8.1."
            + "949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2"
      })
  void qrString_isFound(String line) {
    assertEquals(List.of(Rule.QR_STRING), met(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A day that does not exist, or a wrong check digit.
        "189001329802",
        "189001019803",
        // Times, accounts, ids and digests.
        "\"Timestamp\":1795428002399",
        "arn:aws:lambda:eu-north-1:123456789012:function:signing",
        "\"participant\":\"b9052a54-7e40-11ee-b962-189001019802\"",
        "{\"person\":\"4be1c4a27d9a3f4c6f0c27b1f7f3a1d0c9f1d3f6f5f0a9b7c8d2e1f0a3b4c5d6\"}",
        // Words.
        "Basic authentication is refused; a bearer of news",
        "at com.enterprisesigning.functions.ApiHandler.answer(ApiHandler.java:64)",
        "BANKID_SIGNATURE_ROOT is missing: set it to classpath:<resource>",
        "the passphrase is wrong",
        "launch_urls with autostarttoken=<t>"
      })
  void innocentLine_isLeftAlone(String line) {
    assertEquals(List.of(), met(line));
  }

  private static List<Rule> met(String line) {
    return Arrays.stream(Rule.values()).filter(rule -> rule.isMetBy(line)).toList();
  }
}
