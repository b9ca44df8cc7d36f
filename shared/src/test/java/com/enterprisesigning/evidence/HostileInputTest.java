package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.Completion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input, the verification ends quickly with a verdict. */
class HostileInputTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final SigningBench BENCH = SigningBench.genuine();
  private static final Completion GENUINE = BENCH.completion();

  private static Stream<String> garbage() {
    byte[] random = new byte[4_000];
    new Random(17).nextBytes(random);
    return Stream.of(
        "",
        " ",
        "%",
        "=",
        "A",
        "åäö",
        "\0",
        Base64.getEncoder().encodeToString(random),
        Base64.getMimeEncoder().encodeToString(random),
        "A".repeat(50_000),
        "A".repeat(20_000_000),
        base64("<"),
        base64("<a/>"),
        base64("<Signature xmlns=\"" + Xml.XMLDSIG + "\"/>"),
        base64("<a>".repeat(150_000)),
        base64("<a>".repeat(90_000) + "</a>".repeat(90_000)),
        base64("<a>" + "<b/>".repeat(180_000) + "</a>"),
        base64("<a " + attributes(40_000) + "/>"),
        base64(billionLaughs()),
        base64("<!DOCTYPE a SYSTEM \"file:///dev/zero\"><a/>"),
        base64("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"),
        Base64.getEncoder().encodeToString(nested(0x30)),
        Base64.getEncoder().encodeToString(nested(0xa0)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append("a").append(i).append("=\"\" ");
    }
    return attributes.toString();
  }

  private static String billionLaughs() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      String above = "&e" + (i - 1) + ";";
      dtd.append("<!ENTITY e").append(i).append(" \"").append(above.repeat(10)).append("\">");
    }
    return dtd + "]><a>&e29;</a>";
  }

  /** DER nested without end, by indefinite lengths. */
  private static byte[] nested(int tag) {
    byte[] der = new byte[36_000];
    for (int i = 0; i < der.length; i += 2) {
      der[i] = (byte) tag;
      der[i + 1] = (byte) 0x80;
    }
    return der;
  }

  private static Verdict verify(String signature, String ocspResponse) {
    return assertTimeoutPreemptively(
        SOON, () -> BENCH.verify(BENCH.completion(signature, ocspResponse)));
  }

  private static boolean passed(Verdict verdict, Step step) {
    return verdict.steps().stream().anyMatch(it -> it.step().equals(step.name()) && it.passed());
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void verify_refuses_whenTheSignatureIsGarbage(String garbage) {
    Verdict verdict = verify(garbage, GENUINE.ocspResponse());

    assertFalse(passed(verdict, Step.XML_SIGNATURE));
    assertEquals(Step.values().length, verdict.steps().size());
    assertEquals(Optional.empty(), verdict.producedAt());
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void verify_refuses_whenTheOcspResponseIsGarbage(String garbage) {
    Verdict verdict = verify(GENUINE.signature(), garbage);

    assertFalse(passed(verdict, Step.OCSP_SIGNATURE));
    assertEquals(Step.values().length, verdict.steps().size());
    assertEquals(Optional.empty(), verdict.producedAt());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void verify_refuses_whenABitOfTheSignatureIsFlipped(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      String changed = changed(GENUINE.signature(), random);
      assertFalse(verify(changed, GENUINE.ocspResponse()).isVerified());
    }
  }

  /**
   * Some flips leave the response valid: a few bits can be written in two ways (BER), and one is
   * outside the signed part. So only the time is checked.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void verify_neverReportsAnotherTime_whenABitOfTheOcspResponseIsFlipped(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Verdict verdict = verify(GENUINE.signature(), changed(GENUINE.ocspResponse(), random));
      assertEquals(Step.values().length, verdict.steps().size());
      verdict.producedAt().ifPresent(at -> assertEquals(SigningBench.SIGNED_AT, at));
    }
  }

  private static String changed(String base64, Random random) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a/>", "<a b=\"c\"/>", "<a xmlns=\"urn:a\"/>"})
  void verify_isQuick_whenTheSignedDataHoldsVeryManyElements(String element) {
    SigningBench bench =
        SigningBench.broken(it ->
            it.signature.signedData =
                xml -> xml.replace("<env>", "<env>" + element.repeat(30_000)));
    Completion completion = bench.completion();

    Verdict verdict = assertTimeoutPreemptively(SOON, () -> bench.verify(completion));

    assertTrue(verdict.isVerified());
  }

  @Test
  void verify_refuses_whenTheSignedDataNestsTooDeep() {
    SigningBench.broken(it ->
            it.signature.signedData =
                xml -> xml.replace("<env>", "<env>" + "<a>".repeat(40) + "</a>".repeat(40)))
        .assertRefusedAt(Step.XML_SIGNATURE);
  }

  @Test
  void verify_printsNothing_whenTheXmlIsBroken() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      verify(base64("<a>secret</b>"), GENUINE.ocspResponse());
    } finally {
      System.setErr(before);
    }
    assertEquals("", printed.toString(UTF_8));
  }
}
