package com.enterprisesigning.timestamp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenSSL plays the authority, and verifies what is stored, as an auditor does. So nothing here
 * rests on how BouncyCastle writes a token.
 */
class ForeignAuthorityTest {
  private static final byte[] DIGEST = "the digest of some evidence, 32B".getBytes(US_ASCII);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> RSA =
      List.of("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");

  @TempDir private Path directory;

  private final Clock clock = Clock.systemUTC();
  private final TestAuthority server = new TestAuthority(clock);

  @BeforeEach
  void opensslIsThere() throws Exception {
    boolean isThere = new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor() == 0;
    assumeTrue(isThere, "SKIPPED: openssl is missing (apt-get install openssl)");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sha384", "sha512"})
  void stamp_isAccepted_withRsa(String digest) {
    OpensslAuthority authority = new OpensslAuthority(directory, RSA);
    authority.settings("signer_digest = " + digest);

    assertStamped(authority);
  }

  @ParameterizedTest
  @CsvSource({"P-256, sha256", "P-384, sha384", "P-521, sha512"})
  void stamp_isAccepted_withEcdsa(String curve, String digest) {
    OpensslAuthority authority = new OpensslAuthority(directory, ec(curve));
    authority.settings("signer_digest = " + digest);

    assertStamped(authority);
  }

  @Test
  void stamp_isAccepted_withEverythingThatATokenMayHave() {
    OpensslAuthority authority = authority();
    authority.shows("ca", "root");
    authority.settings(
        "accuracy = secs:1, millisecs:500, microsecs:100",
        "ordering = yes",
        "tsa_name = yes",
        "ess_cert_id_chain = yes",
        "clock_precision_digits = 6");

    assertStamped(authority);
  }

  /** ESSCertID is SHA-1, and names the certificate within what is signed. RFC 5816 allows it. */
  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha384", "sha512"})
  void stamp_isAccepted_whicheverDigestNamesTheCertificate(String digest) {
    OpensslAuthority authority = authority();
    authority.settings("ess_cert_id_alg = " + digest);

    assertStamped(authority);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void stamp_isAccepted_withFractionsOfASecond(int digits) {
    OpensslAuthority authority = authority();
    authority.settings("clock_precision_digits = " + digits);

    assertStamped(authority);
  }

  /** BER may leave lengths open. What is stored states them. */
  @Test
  void stamp_isAccepted_inBer() {
    OpensslAuthority authority = authority();

    TimeStamp stamp =
        assertInstanceOf(
                Answer.Stamped.class,
                asked(
                    authority.certificate("root"),
                    request -> authority.answerBy(request, "-stream")))
            .timeStamp();

    assertOpensslVerifies(authority, stamp, "root");
  }

  @Test
  void stamp_isRefused_whenTheAuthorityAcceptsOnlyOtherDigests() {
    OpensslAuthority authority = authority();
    authority.settings("digests = sha512");

    assertRefused(Reason.REJECTED, authority, authority::answer);
  }

  @Test
  void stamp_isRefused_whenItIsSignedWithSha1() {
    OpensslAuthority authority = authority();
    authority.settings("signer_digest = sha1");

    assertRefused(Reason.OTHER_ALGORITHM, authority, authority::answer);
  }

  /** {@code openssl ts -verify}, which auditors use, cannot verify RSASSA-PSS. */
  @Test
  void stamp_isRefused_whenItIsSignedWithPss() {
    OpensslAuthority authority = new OpensslAuthority(directory, RSA);

    assertRefused(
        Reason.OTHER_ALGORITHM,
        authority,
        request -> authority.answerBy(request, "-keyopt", "rsa_padding_mode:pss"));
  }

  @Test
  void stamp_isRefused_whenItLeavesOutTheCa() {
    OpensslAuthority authority = authority();
    authority.shows();

    assertRefused(Reason.UNTRUSTED, authority, authority::answer);
  }

  /** An authority may leave out its CA; the operator can pin the CA then. */
  @Test
  void stamp_isAccepted_whenTheCaThatItLeavesOutIsPinned() {
    OpensslAuthority authority = authority();
    authority.shows();

    TimeStamp stamp =
        assertInstanceOf(
                Answer.Stamped.class, asked(authority.certificate("ca"), authority::answer))
            .timeStamp();

    assertOpensslVerifies(authority, stamp, "ca", "-partial_chain");
  }

  private OpensslAuthority authority() {
    return new OpensslAuthority(directory, ec("P-256"));
  }

  private static List<String> ec(String curve) {
    return List.of("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve);
  }

  private void assertStamped(OpensslAuthority authority) {
    TimeStamp stamp =
        assertInstanceOf(
                Answer.Stamped.class, asked(authority.certificate("root"), authority::answer))
            .timeStamp();

    assertEquals("CN=Time Stamps,O=Foreign", stamp.authority());
    assertOpensslVerifies(authority, stamp, "root");
  }

  private void assertRefused(
      Reason reason, OpensslAuthority authority, UnaryOperator<byte[]> answer) {
    assertEquals(new Answer.Refused(reason), asked(authority.certificate("root"), answer));
  }

  private static void assertOpensslVerifies(
      OpensslAuthority authority, TimeStamp stamp, String trusted, String... options) {
    String printed =
        authority.verified(
            HexFormat.of().formatHex(DIGEST),
            Base64.getDecoder().decode(stamp.token()),
            trusted,
            options);
    assertTrue(printed.contains("Verification: OK"), printed);
  }

  private Answer asked(X509Certificate pinned, UnaryOperator<byte[]> answer) {
    server.replies((exchange, request) ->
        TestAuthority.send(exchange, 200, answer.apply(request.getEncoded())));
    return new HttpTimestampAuthority(server.url(), pinned, PATIENCE, clock).stamp(DIGEST);
  }
}
