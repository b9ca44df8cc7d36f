package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.Idempotency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A registration whose form has been checked. */
public record RegistrationRequest(
    String client,
    String reference,
    List<Signer> participants,
    Optional<Instant> expiresAt,
    Optional<Idempotency> idempotency) {

  public RegistrationRequest {
    participants = List.copyOf(participants);
  }

  /** A person who is to sign, and the text to be signed. */
  public record Signer(PersonalNumber personalNumber, SigningText text, Requirement requirement) {}
}
