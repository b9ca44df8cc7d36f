package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.domain.StartRequest;
import java.util.Optional;

/** Builds the request to BankID from a start and the registration of its participant. */
final class OrderRequests {
  private OrderRequests() {}

  static OrderRequest of(StartRequest request, ParticipantDetails details) {
    SigningText text = text(details);
    return switch (request) {
      case StartRequest.Start start ->
          new OrderRequest.Sign(
              details.personalNumber(),
              text,
              details.requirement(),
              start.ip(),
              start.returnUrl(),
              start.returnRisk(),
              start.userDevice());
      case StartRequest.StartPhone phone ->
          new OrderRequest.PhoneSign(
              details.personalNumber(), text, details.requirement(), phone.callInitiator());
    };
  }

  /**
   * Returns the participant's text as it is sent to BankID, and as it must be signed. If the
   * registration gave no non-visible data, it has the line of the {@link Binding}.
   */
  static SigningText text(ParticipantDetails details) {
    SigningText text = details.text();
    return text.nonVisible().isPresent()
        ? text
        : new SigningText(
            text.visible(),
            text.format(),
            Optional.of(
                Binding.line(details.processId(), details.participantId(), text.visible())));
  }
}
