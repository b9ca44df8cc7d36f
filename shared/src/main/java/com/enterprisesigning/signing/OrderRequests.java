package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.bankid.SigningText;

/** Makes of a start and what the participant was registered with what BankID is asked for. */
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
