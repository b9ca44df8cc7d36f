package com.enterprisesigning.domain;

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
