package com.enterprisesigning.local.seed;

import com.enterprisesigning.domain.PersonalNumber;
import java.util.UUID;

/**
 * A process with one participant, whose ids are fixed in advance because a file in {@code events/}
 * names one of them.
 *
 * @param client that owns the process
 */
public record SeedProcess(
    UUID processId, UUID participantId, String client, PersonalNumber personalNumber) {}
