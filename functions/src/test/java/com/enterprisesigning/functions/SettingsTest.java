package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.UnconfirmedStep;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment variables of the functions. */
class SettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "ENVIRONMENT", "sandbox",
          "TABLE_NAME", "signing",
          "BANKID_URL", "https://127.0.0.1:8443/rp/v6.0/",
          "BANKID_TLS_ROOT", "classpath:tls-root.pem",
          "BANKID_SIGNATURE_ROOT", "file:/tmp/root.pem",
          "PERSON_KEY_SECRET", "arn:aws:secretsmanager:eu-north-1:123456789012:secret:key-a1B2c3",
          "FOLLOW_UP_QUEUE_URL", "https://sqs.eu-north-1.amazonaws.com/123456789012/follow-up",
          "AWS_REGION", "eu-north-1");

  private static Settings with(String name, String value) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(name, value);
    return Settings.from(environment);
  }

  private static String refused(Map<String, String> environment) {
    return assertThrows(IllegalArgumentException.class, () -> Settings.from(environment))
        .getMessage();
  }

  @Test
  void settings_haveTheDefaultsOfTheContract() {
    Settings settings = Settings.from(LEAST);

    assertEquals(Environment.SANDBOX, settings.environment());
    assertEquals("enterprise-signing", settings.service());
    assertEquals(URI.create("https://127.0.0.1:8443/rp/v6.0"), settings.bankIdUrl());
    assertEquals(Optional.empty(), settings.bankIdClientCertificate());
    assertEquals(Duration.ofMinutes(3), settings.signingWindow());
    assertEquals(Duration.ofMinutes(3), settings.differentIpsBlock());
    assertEquals(Duration.ofSeconds(60), settings.phoneBlock());
    assertEquals(Duration.ofMillis(1800), settings.collectInterval());
    assertEquals(Duration.ofDays(3650), settings.evidenceRetention());
    assertEquals(List.of(Duration.ofSeconds(95), Duration.ofSeconds(185)), settings.followUp());
    assertEquals(
        URI.create("https://sqs.eu-north-1.amazonaws.com/123456789012/follow-up"),
        settings.followUpQueueUrl());
    assertEquals(Optional.empty(), settings.dynamoDbEndpoint());
    assertEquals(Optional.empty(), settings.sqsEndpoint());
  }

  @Test
  void timestampUrl_isKeptAsItStands_withItsRoot() {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put("TIMESTAMP_URL", "http://tsa.example.com/ts/");
    environment.put("TIMESTAMP_ROOT", "timestamp-root");
    Settings settings = Settings.from(environment);

    assertEquals(Optional.of(URI.create("http://tsa.example.com/ts/")), settings.timestampUrl());
    assertEquals(Optional.of("timestamp-root"), settings.timestampRoot());
  }

  @Test
  void timestampRoot_isRequired_withTheUrl() {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put("TIMESTAMP_URL", "http://tsa.example.com/tsr");

    assertTrue(refused(environment).contains("TIMESTAMP_ROOT is missing: set it to "));
  }

  @Test
  void timestampRoot_isLeftOut_withoutTheUrl() {
    assertEquals(Optional.empty(), with("TIMESTAMP_ROOT", "timestamp-root").timestampRoot());
  }

  @Test
  void settings_areReadFromTheirVariables() {
    assertEquals("signing-test", with("POWERTOOLS_SERVICE_NAME", "signing-test").service());
    assertEquals(Duration.ofSeconds(5), with("SIGNING_WINDOW_SECONDS", "5").signingWindow());
    assertEquals(Duration.ofSeconds(6), with("CROSS_IP_BLOCK_SECONDS", "6").differentIpsBlock());
    assertEquals(Duration.ofSeconds(7), with("PHONE_BLOCK_SECONDS", "7").phoneBlock());
    assertEquals(Duration.ZERO, with("COLLECT_INTERVAL_MILLIS", "0").collectInterval());
    assertEquals(Duration.ofDays(8), with("EVIDENCE_RETENTION_DAYS", "8").evidenceRetention());
    assertEquals(
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)),
        with("FOLLOW_UP_SECONDS", "1, 2").followUp());
    assertEquals(
        Optional.of(URI.create("http://127.0.0.1:8000")),
        with("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000").dynamoDbEndpoint());
    assertEquals(
        Optional.of(URI.create("http://127.0.0.1:9324")),
        with("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9324").sqsEndpoint());
    assertEquals(
        Optional.of("rp-certificate"),
        with("BANKID_CLIENT_CERTIFICATE", "rp-certificate").bankIdClientCertificate());
  }

  @Test
  void unconfirmedSteps_areEnforcedInASandboxOnly_unlessASettingSaysOtherwise() {
    Set<UnconfirmedStep> all = Set.of(UnconfirmedStep.values());

    assertEquals(all, Settings.from(LEAST).enforcedSteps());
    assertEquals(Set.of(), with("ENVIRONMENT", "test").enforcedSteps());
    assertEquals(Set.of(), with("ENVIRONMENT", "production").enforcedSteps());
    assertEquals(Set.of(), with("ENFORCED_STEPS", "none").enforcedSteps());
    assertEquals(
        Set.of(UnconfirmedStep.REQUIREMENT), with("ENFORCED_STEPS", "REQUIREMENT").enforcedSteps());
    assertEquals(all, with("ENFORCED_STEPS", "RELYING_PARTY, REQUIREMENT").enforcedSteps());
  }

  @Test
  void anEmptyVariable_countsAsAbsent() {
    assertEquals(Optional.empty(), with("BANKID_CLIENT_CERTIFICATE", "").bankIdClientCertificate());
    assertEquals(Duration.ofSeconds(60), with("PHONE_BLOCK_SECONDS", "").phoneBlock());
  }

  @Test
  void everythingThatIsMissing_isNamedAtOnce() {
    String message = refused(Map.of("TABLE_NAME", ""));

    for (String name : LEAST.keySet()) {
      assertTrue(message.contains(name + " is missing: set it to "), message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENVIRONMENT|SANDBOX",
        "ENVIRONMENT|staging",
        "POWERTOOLS_SERVICE_NAME|a service",
        "TABLE_NAME|a b",
        "BANKID_URL|http://127.0.0.1:8443/rp/v6.0",
        "BANKID_URL|127.0.0.1:8443",
        "BANKID_URL|https://user:pass@bankid/rp/v6.0",
        "BANKID_URL|https://bankid/rp?x=1",
        "BANKID_TLS_ROOT|file:relative.pem",
        "PERSON_KEY_SECRET|a secret with spaces",
        "ENFORCED_STEPS|SIGNER",
        "ENFORCED_STEPS|RELYING_PARTY,",
        "ENFORCED_STEPS|none,REQUIREMENT",
        "ENFORCED_STEPS|relying_party",
        "SIGNING_WINDOW_SECONDS|0",
        "SIGNING_WINDOW_SECONDS|-1",
        "SIGNING_WINDOW_SECONDS|180s",
        "CROSS_IP_BLOCK_SECONDS|86401",
        "PHONE_BLOCK_SECONDS|1.5",
        "COLLECT_INTERVAL_MILLIS|99999999999",
        "EVIDENCE_RETENTION_DAYS|ten",
        "FOLLOW_UP_SECONDS|95,",
        "FOLLOW_UP_SECONDS|185,95",
        "FOLLOW_UP_SECONDS|95,95",
        "FOLLOW_UP_SECONDS|95,901",
        "FOLLOW_UP_SECONDS|171",
        "FOLLOW_UP_SECONDS|1,2,3,4,5,6,7,8,9,10,11",
        "TIMESTAMP_URL|tsa.example.com",
        "TIMESTAMP_URL|ftp://tsa.example.com/tsr",
        "TIMESTAMP_URL|https://user:pass@tsa.example.com/tsr",
        "FOLLOW_UP_QUEUE_URL|follow-up",
        "FOLLOW_UP_QUEUE_URL|arn:aws:sqs:eu-north-1:123456789012:follow-up",
        "AWS_ENDPOINT_URL_DYNAMODB|localhost",
        "AWS_ENDPOINT_URL_SQS|9324"
      })
  void aMalformedVariable_isNamed_butNotItsValue(String name, String value) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(name, value);
    String message = refused(environment);

    assertTrue(message.contains(name + " is malformed: set it to "), message);
    assertFalse(message.contains("pass@"), message);
  }
}
