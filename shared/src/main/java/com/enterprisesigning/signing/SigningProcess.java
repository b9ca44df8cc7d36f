package com.enterprisesigning.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A registered flow: what is to be signed, by whom, until when.
 *
 * @param participantIds in the order they were registered
 * @param requestDigest of the registration, where it carried an {@code Idempotency-Key}
 */
public record SigningProcess(
    UUID id,
    String client,
    String reference,
    List<UUID> participantIds,
    Instant expiresAt,
    boolean withdrawn,
    Optional<String> requestDigest) {

  public SigningProcess {
    participantIds = List.copyOf(participantIds);
  }
}
