package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Completion;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that a completion contains, to be shown beside it. Nothing here is proven:
 * {@link Verification} decides whether they count.
 *
 * @param path the signer's certificate, then its issuers, without the root; empty if the signature
 *     does not have BankID's form
 * @param responder the OCSP responder's certificate; empty if the response was not signed with it
 */
public record ContainedCertificates(
    List<X509Certificate> path, Optional<X509Certificate> responder) {

  public ContainedCertificates {
    path = List.copyOf(path);
  }

  /**
   * Reads the certificates. A part that cannot be read contains none.
   *
   * @param storedAt when the completion was stored
   */
  public static ContainedCertificates of(Completion completion, Instant storedAt) {
    return new ContainedCertificates(
        read(() -> new SignedDocumentReader().read(completion.signature()).certificates().path())
            .orElse(List.of()),
        read(() -> OcspResponse.read(completion.ocspResponse(), storedAt).responder()));
  }

  private static <T> Optional<T> read(Steps.Check<T> part) {
    try {
      return Optional.of(part.run());
    } catch (StepFailed | RuntimeException e) {
      // A parser may throw anything if its input is hostile.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ContainedCertificates[secret]";
  }
}
