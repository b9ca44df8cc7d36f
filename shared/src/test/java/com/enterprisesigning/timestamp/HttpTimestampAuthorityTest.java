package com.enterprisesigning.timestamp;

import static com.enterprisesigning.signing.Samples.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.CertificateSpec;
import com.enterprisesigning.evidence.Identity;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import com.enterprisesigning.evidence.TimestampAuthorityContract;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer counts only if it is for this request and leads to the pinned root. */
class HttpTimestampAuthorityTest extends TimestampAuthorityContract {
  private static final byte[] DIGEST = "the digest of some evidence, 32B".getBytes(US_ASCII);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final TestAuthority server = new TestAuthority(clock);
  private Duration patience = PATIENCE;

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected TimestampAuthority authority() {
    return new HttpTimestampAuthority(server.url(), server.root.certificate(), patience, clock);
  }

  @Override
  protected Clock clock() {
    return clock;
  }

  @Override
  protected void goAway() {
    server.close();
  }

  @Test
  void stamp_sendsTheDigest_andAsksForTheCertificate() {
    assertStamped();

    TimeStampRequest request = server.requests().getFirst();
    assertArrayEquals(DIGEST, request.getMessageImprintDigest());
    assertEquals(TSPAlgorithms.SHA256, request.getMessageImprintAlgOID());
    assertTrue(request.getCertReq());
  }

  @Test
  void stamp_sendsAnotherNonce_eachTime() {
    assertStamped();
    assertStamped();

    List<TimeStampRequest> requests = server.requests();
    assertNotEquals(requests.getFirst().getNonce(), requests.getLast().getNonce());
  }

  @Test
  void stamp_hasTheTokensTimeAndSigner() {
    TimeStamp stamp = assertStamped();

    assertEquals(NOW, stamp.at());
    assertEquals("O=Example,CN=Time Stamps", stamp.authority());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA"})
  void stamp_isAccepted_withRsa(String algorithm) {
    server.signsWithRsa(algorithm);

    assertStamped();
  }

  @Test
  void stamp_isRefused_whenItIsOfAnotherDigest() {
    answersLike(
        request -> TestAuthority.request(TSPAlgorithms.SHA256, new byte[32], request.getNonce()));

    assertRefused(Reason.WRONG_IMPRINT);
  }

  /** GOST R 34.11-94 has digests of 32 bytes too. */
  @Test
  void stamp_isRefused_whenItIsOfADigestByAnotherAlgorithm() {
    answersLike(request ->
        TestAuthority.request(
            TSPAlgorithms.GOST3411, request.getMessageImprintDigest(), request.getNonce()));

    assertRefused(Reason.WRONG_IMPRINT);
  }

  @Test
  void stamp_isRefused_whenItAnswersAnotherRequest() {
    answersLike(request ->
        TestAuthority.request(
            TSPAlgorithms.SHA256,
            request.getMessageImprintDigest(),
            request.getNonce().add(BigInteger.ONE)));

    assertRefused(Reason.WRONG_NONCE);
  }

  @Test
  void stamp_isRefused_whenTheAuthorityRejectsTheRequest() {
    server.replies((exchange, _) -> TestAuthority.send(exchange, 200, server.rejected()));

    assertRefused(Reason.REJECTED);
  }

  /** The names of the other root are the same. */
  @Test
  void stamp_isRefused_whenItLeadsToAnotherRoot() {
    Identity another =
        CertificateSpec.authority("CN=Root", TestAuthority.keys("EC", 256))
            .signedWith("SHA256withECDSA")
            .selfIssued();

    assertEquals(
        new Answer.Refused(Reason.UNTRUSTED),
        new HttpTimestampAuthority(server.url(), another.certificate(), PATIENCE, clock)
            .stamp(DIGEST));
  }

  @Test
  void stamp_isRefused_whenTheRootHadExpired() {
    X509Certificate expired =
        TestAuthority.rootSpec()
            .valid(NOW.minusSeconds(9_000), NOW.minusSeconds(1))
            .selfIssued()
            .certificate();

    assertEquals(
        new Answer.Refused(Reason.UNTRUSTED),
        new HttpTimestampAuthority(server.url(), expired, PATIENCE, clock).stamp(DIGEST));
  }

  @Test
  void stamp_isRefused_whenTheCertificateHadExpired() {
    server.signsWith(server.signer().valid(NOW.minusSeconds(9_000), NOW.minusSeconds(1)));

    assertRefused(Reason.EXPIRED);
  }

  @Test
  void stamp_isRefused_whenTheCertificateIsForNoPurpose() {
    server.shows(server.withoutPurpose());

    assertRefused(Reason.WRONG_PURPOSE);
  }

  @Test
  void stamp_isRefused_whenTheCertificateIsForAnotherPurpose() {
    server.shows(server.withoutPurpose().purpose(KeyPurposeId.id_kp_codeSigning));

    assertRefused(Reason.WRONG_PURPOSE);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        KeyUsage.keyAgreement,
        KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
        KeyUsage.digitalSignature | KeyUsage.cRLSign
      })
  void stamp_isRefused_whenTheKeyIsForMoreOrLessThanSigning(int usage) {
    server.signsWith(server.signer().usage(usage));

    assertRefused(Reason.WRONG_PURPOSE);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        KeyUsage.digitalSignature,
        KeyUsage.nonRepudiation,
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation
      })
  void stamp_isAccepted_whenTheKeyIsForSigning(int usage) {
    server.signsWith(server.signer().usage(usage));

    assertStamped();
  }

  @Test
  void stamp_isRefused_whenItNamesAnotherCertificate() {
    server.shows(server.signer().valid(NOW.minusSeconds(9_000), NOW.plusSeconds(9_000)));

    assertRefused(Reason.WRONG_SIGNATURE);
  }

  @Test
  void stamp_isRefused_whenItHasNoCertificate() {
    server.certificates = List.of();

    assertRefused(Reason.NO_CERTIFICATE);
  }

  @Test
  void stamp_isRefused_whenItsSignatureIsDamaged() {
    server.replies(
        (exchange, request) -> TestAuthority.send(exchange, 200, server.damaged(request)));

    assertRefused(Reason.WRONG_SIGNATURE);
  }

  @Test
  void stamp_isRefused_whenItIsSignedWithSha1() {
    server.signsWithRsa("SHA1withRSA");

    assertRefused(Reason.OTHER_ALGORITHM);
  }

  @Test
  void stamp_isRefused_whenItsCertificateIsSignedWithSha1() {
    server.signsWith(server.signer().signedWith("SHA1withECDSA"));

    assertRefused(Reason.OTHER_ALGORITHM);
  }

  @ParameterizedTest
  @ValueSource(ints = {-61, 61})
  void stamp_isRefused_whenItsTimeIsNotNow(int seconds) {
    server.at = NOW.plusSeconds(seconds);

    assertRefused(Reason.WRONG_TIME);
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 60})
  void stamp_isAccepted_whenTheClocksDifferALittle(int seconds) {
    server.at = NOW.plusSeconds(seconds);

    assertStamped();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Service unavailable</html>", "0\u0003\u0002\u0001\u0000"})
  void stamp_isRefused_whenTheAnswerIsNoResponse(String answer) {
    server.replies((exchange, _) -> TestAuthority.send(exchange, 200, answer.getBytes(US_ASCII)));

    assertRefused(Reason.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 503})
  void stamp_isRefused_whenTheStatusIsNot200(int status) {
    server.replies((exchange, request) -> {
      exchange.getResponseHeaders().set("Location", server.url().toString());
      TestAuthority.send(exchange, status, server.granted(request));
    });

    assertRefused(Reason.HTTP_STATUS);
    assertEquals(1, server.requests().size());
  }

  /** Some authorities do not know the length beforehand, or name another type. */
  @Test
  void stamp_isAccepted_inChunks_andByAnyType() {
    server.replies((exchange, request) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(server.granted(request));
    });

    assertStamped();
  }

  @Test
  void stamp_isRefused_whenTheAnswerIsTooLarge() {
    server.replies((exchange, _) -> TestAuthority.send(exchange, 200, new byte[70_000]));

    assertRefused(Reason.AWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not all of it"})
  void stamp_isRefused_whenTheAnswerIsSlow(String begun) {
    CountDownLatch end = new CountDownLatch(1);
    patience = Duration.ofMillis(200);
    server.replies((exchange, _) -> {
      if (!begun.isEmpty()) {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(begun.getBytes(US_ASCII));
        exchange.getResponseBody().flush();
      }
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });

    assertRefused(Reason.SLOW);
    end.countDown();
  }

  /** A damaged answer is refused, or the damage is where nothing is said. */
  @Test
  void check_neverThrows_whateverIsDamaged() {
    TimeStampRequest request = TestAuthority.request(TSPAlgorithms.SHA256, DIGEST, BigInteger.TWO);
    byte[] answer = server.granted(request);
    TokenCheck check = new TokenCheck(server.root.certificate(), clock);
    int refused = 0;

    for (int place = 0; place < answer.length; place++) {
      byte[] damaged = answer.clone();
      damaged[place] ^= (byte) (1 << place % 8);
      refused += check.check(request, damaged) instanceof Answer.Refused ? 1 : 0;
      check.check(request, Arrays.copyOf(answer, place));
    }

    assertTrue(refused > answer.length * 9 / 10, refused + " of " + answer.length);
  }

  @FunctionalInterface
  private interface Other {
    TimeStampRequest than(TimeStampRequest request);
  }

  private void answersLike(Other other) {
    server.replies((exchange, request) ->
        TestAuthority.send(exchange, 200, server.granted(other.than(request))));
  }

  private TimeStamp assertStamped() {
    return assertInstanceOf(Answer.Stamped.class, authority().stamp(DIGEST)).timeStamp();
  }

  private void assertRefused(Reason reason) {
    assertEquals(new Answer.Refused(reason), authority().stamp(DIGEST));
  }
}
