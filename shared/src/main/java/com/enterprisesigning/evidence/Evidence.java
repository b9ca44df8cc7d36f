package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Digest;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.time.Instant;
import java.util.UUID;

/**
 * A completion as it is stored. It is complete in itself, so that it can be kept for years after
 * all other items are gone ({@code docs/architecture.md#state}, {@code EVIDENCE}).
 *
 * @param order the completed order, with the channel and the end user's address of its start
 * @param signer the person registered to sign
 * @param text what was sent to BankID to sign, including the binding
 * @param requirement what BankID had to require of the signer; evidence of release 1.0 does not say
 * @param signedAt the OCSP response's producedAt; {@code storedAt} if that could not be verified
 * @param keptUntil when it may be deleted
 */
public record Evidence(
    Order order,
    UUID processId,
    String client,
    PersonKey person,
    PersonalNumber signer,
    SigningText text,
    Requirement requirement,
    Completion completion,
    Verdict verdict,
    Instant signedAt,
    Instant storedAt,
    Instant keptUntil) {

  public UUID participantId() {
    return order.participantId();
  }

  /** Returns the same completion with the verdict of another verification. */
  public Evidence verifiedAnew(Verdict anew) {
    return new Evidence(
        order,
        processId,
        client,
        person,
        signer,
        text,
        requirement,
        completion,
        anew,
        anew.producedAt().orElse(storedAt),
        storedAt,
        keptUntil);
  }

  /** Returns the digest of the evidence, in lower-case hexadecimal. It leaves out the retention. */
  public String digest() {
    Digest digest =
        new Digest("evidence")
            .add(processId)
            .add(client)
            .add(person.hex())
            .add(signer.digits())
            .add(text.visible())
            .add(text.format())
            .add(text.nonVisible())
            .add(requirement.pinCode().map(Object::toString))
            .add(requirement.mrtd().map(Object::toString))
            .add(requirement.cardReader());
    digest.add(requirement.certificatePolicies().size());
    requirement.certificatePolicies().forEach(digest::add);
    order.addTo(digest);
    completion.addTo(digest);
    digest.add(verdict.steps().size());
    for (VerificationStep step : verdict.steps()) {
      digest.add(step.step()).add(step.result()).add(step.detail());
    }
    return digest
        .add(verdict.producedAt().map(at -> Long.toString(at.toEpochMilli())))
        .add(signedAt)
        .add(storedAt)
        .hex();
  }

  @Override
  public String toString() {
    return "Evidence[secret]";
  }
}
