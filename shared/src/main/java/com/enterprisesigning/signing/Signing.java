package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.HintCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The small, hot record of one participant's signing (design section 4, {@code SIGNING}).
 *
 * @param hint BankID's hint, with {@link SigningStatus#PENDING} and {@link SigningStatus#FAILED}
 * @param attempt the newest activated attempt; absent while {@link SigningStatus#CREATED}
 * @param collectedAt when BankID was last asked by a collect of this attempt
 * @param missingSince since when BankID has not known the order (rule F4)
 */
public record Signing(
    UUID participantId,
    String client,
    UUID processId,
    PersonKey personKey,
    SigningStatus status,
    Optional<HintCode> hint,
    Optional<Attempt> attempt,
    Optional<Instant> collectedAt,
    Optional<Instant> missingSince,
    boolean withdrawn,
    Optional<Instant> signedAt) {

  /** The token of the newest activated attempt. */
  public Optional<UUID> token() {
    return attempt.map(Attempt::token);
  }
}
