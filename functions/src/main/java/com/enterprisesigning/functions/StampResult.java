package com.enterprisesigning.functions;

import com.enterprisesigning.archive.ReceivedPackage;
import com.enterprisesigning.evidence.StampedText;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import com.enterprisesigning.functions.log.Printable;
import com.enterprisesigning.timestamp.TokenCheck;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * What the time stamp of a received package is worth.
 *
 * @param text says which root was used
 */
record StampResult(boolean isFailed, String text) {

  /**
   * Checks the time stamp. The result is empty if the package has none and no root was named.
   *
   * @param root the authority's root; without it, only the token itself is checked
   */
  static Optional<StampResult> of(ReceivedPackage received, Optional<X509Certificate> root) {
    if (received.timeStamp().isEmpty()) {
      return root.map(_ -> new StampResult(false, "the package has none"));
    }
    TimeStamp stated = received.timeStamp().get();
    byte[] digest = StampedText.of(received.evidence()).digest();
    return Optional.of(
        switch (TokenCheck.checkKept(digest, token(stated), root)) {
          case Answer.Refused(Reason reason) -> new StampResult(true, "FAILED " + reason);
          case Answer.Stamped(TimeStamp found) when !found.equals(stated) ->
              new StampResult(
                  true, "FAILED evidence.json names another time or authority than the token");
          case Answer.Stamped(TimeStamp found) ->
              new StampResult(
                  false,
                  root.map(it ->
                          "PASSED " + said(found) + ", under the root " + VerifyPackage.subject(it))
                      .orElseGet(() ->
                          "NOT_CHECKED "
                              + said(found)
                              + ". To check who that is: --tsa tsa-root.pem"));
        });
  }

  private static String said(TimeStamp timeStamp) {
    return Printable.text(timeStamp.authority())
        + " says that signature, OCSP response and texts existed at "
        + timeStamp.at();
  }

  /** A text that is not base64 is not a token either. */
  private static byte[] token(TimeStamp timeStamp) {
    try {
      return Base64.getDecoder().decode(timeStamp.token());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
