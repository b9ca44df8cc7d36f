package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.StampedText;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * A time stamp that an authority of the tests made of evidence, some minutes after the signing.
 *
 * @param root the authority's root
 */
public record SampleTimeStamp(TimeStamp timeStamp, X509Certificate root) {
  private static final BigInteger NONCE = BigInteger.ONE;

  /** Has this evidence stamped. */
  public static SampleTimeStamp of(Evidence evidence) {
    Instant at = evidence.storedAt().plus(Duration.ofMinutes(2));
    try (TestAuthority authority = new TestAuthority(Clock.fixed(at, ZoneOffset.UTC))) {
      return kept(
          evidence,
          authority.granted(TestAuthority.request(TSPAlgorithms.SHA256, digest(evidence), NONCE)),
          authority.root.certificate());
    }
  }

  /**
   * Has this evidence stamped by OpenSSL.
   *
   * @param trusted what the time stamp must lead to: {@code root}, and the token then names its
   *     whole chain; or {@code ca}, and the token then has no certificate but the signer's
   */
  public static SampleTimeStamp ofOpenssl(Evidence evidence, Path directory, String trusted) {
    OpensslAuthority authority = new OpensslAuthority(directory, List.of("-algorithm", "RSA"));
    if (trusted.equals("root")) {
      authority.shows("ca", "root");
      authority.settings("ess_cert_id_chain = yes");
    } else {
      authority.shows();
    }
    try {
      byte[] request =
          TestAuthority.request(TSPAlgorithms.SHA256, digest(evidence), NONCE).getEncoded();
      return kept(evidence, authority.answer(request), authority.certificate(trusted));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(Evidence evidence) {
    return StampedText.of(evidence).digest();
  }

  private static SampleTimeStamp kept(Evidence evidence, byte[] answer, X509Certificate root) {
    try {
      byte[] token = new TimeStampResponse(answer).getTimeStampToken().getEncoded();
      if (TokenCheck.checkKept(digest(evidence), token, Optional.of(root))
          instanceof Answer.Stamped(TimeStamp timeStamp)) {
        return new SampleTimeStamp(timeStamp, root);
      }
      throw new IllegalStateException("the token of the tests is refused");
    } catch (TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
