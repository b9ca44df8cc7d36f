package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.SigningText;
import java.util.Optional;

/**
 * Binds an order to its participant if the registration gave no non-visible data. Otherwise, one
 * participant's signature could pass for another's ({@code
 * docs/architecture.md#the-bankid-client}).
 */
final class Binding {
  private Binding() {}

  /** Returns the participant's text as it is sent to BankID, and as it must come back. */
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
