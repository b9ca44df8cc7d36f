package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.PersonKey;
import java.time.Instant;
import java.util.UUID;

/**
 * What a participant was registered with. It is written once ({@code DETAILS} in {@code
 * docs/architecture.md#state}).
 *
 * @param expiresAt when the process expires
 */
public record ParticipantDetails(
    UUID participantId,
    UUID processId,
    String client,
    Instant expiresAt,
    PersonalNumber personalNumber,
    PersonKey personKey,
    SigningText text,
    Requirement requirement) {}
