package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.StampedText;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

  /** Has this evidence stamped. */
  public static SampleTimeStamp of(Evidence evidence) {
    Instant at = evidence.storedAt().plus(Duration.ofMinutes(2));
    byte[] digest = StampedText.of(evidence).digest();
    try (TestAuthority authority = new TestAuthority(Clock.fixed(at, ZoneOffset.UTC))) {
      byte[] token =
          new TimeStampResponse(
                  authority.granted(
                      TestAuthority.request(TSPAlgorithms.SHA256, digest, BigInteger.ONE)))
              .getTimeStampToken()
              .getEncoded();
      X509Certificate root = authority.root.certificate();
      if (TokenCheck.checkKept(digest, token, Optional.of(root))
          instanceof Answer.Stamped(TimeStamp timeStamp)) {
        return new SampleTimeStamp(timeStamp, root);
      }
      throw new IllegalStateException("the token of the tests is refused");
    } catch (TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
