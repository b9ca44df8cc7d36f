package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.bankid.SigningText;

/** Builds the request to BankID from a start and the registration of its participant. */
final class OrderRequests {
  private OrderRequests() {}

  static OrderRequest of(StartRequest request, ParticipantDetails details) {
    SigningText text = Binding.bound(details);
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
}
