package com.enterprisesigning.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A registered process: what is to be signed, by whom, and until when.
 *
 * @param participantIds in the order of registration
 * @param requestDigest the digest of the registration, if it carried an {@code Idempotency-Key}
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
