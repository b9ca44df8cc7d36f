package com.enterprisesigning.evidence;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A completion as it is kept: it stands alone, for as long as the law wants it, when all else is
 * gone (design section 4, {@code EVIDENCE}).
 *
 * @param order that was completed, with the channel and the end user's address of its start
 * @param signer who was registered to sign
 * @param text what was sent to BankID to be signed, the binding included
 * @param signedAt the OCSP response's producedAt; before it is verified, {@code storedAt}
 * @param keptUntil from when on it may be gone
 */
public record Evidence(
    Order order,
    UUID processId,
    String client,
    PersonKey person,
    PersonalNumber signer,
    SigningText text,
    Completion completion,
    Verdict verdict,
    Instant signedAt,
    Instant storedAt,
    Instant keptUntil) {

  /** The participant whose order it was. */
  public UUID participantId() {
    return order.participantId();
  }

  /** The same completion, as another verification found it. */
  public Evidence verifiedAnew(Verdict anew) {
    return new Evidence(
        order,
        processId,
        client,
        person,
        signer,
        text,
        completion,
        anew,
        anew.producedAt().orElse(storedAt),
        storedAt,
        keptUntil);
  }

  @Override
  public String toString() {
    return "Evidence[secret]";
  }
}
