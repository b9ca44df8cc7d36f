package com.enterprisesigning.local.seed;

import com.enterprisesigning.bankid.PersonalNumber;
import java.util.UUID;

/**
 * A process of one participant whose ids stand beforehand, because a file in {@code events/} names
 * one of them.
 *
 * @param client whose process it is
 */
public record SeedProcess(
    UUID processId, UUID participantId, String client, PersonalNumber personalNumber) {}
