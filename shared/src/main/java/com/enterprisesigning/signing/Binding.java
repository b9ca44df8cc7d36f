package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.SigningText;
import java.util.Optional;

/**
 * Binds an order to its participant where the process gave no non-visible data of its own, so that
 * the signature of one participant cannot pass for another's (design section 7).
 */
final class Binding {
  private Binding() {}

  /** The participant's text as it goes to BankID, and as it must come back. */
  static SigningText bound(ParticipantDetails details) {
    SigningText text = details.text();
    return text.nonVisible().isPresent()
        ? text
        : new SigningText(text.visible(), text.format(), Optional.of(binding(details)));
  }

  private static String binding(ParticipantDetails details) {
    return "enterprise-signing:v1;process=%s;participant=%s;text-sha256=%s"
        .formatted(
            details.processId(), details.participantId(), Sha256.hex(details.text().visible()));
  }
}
