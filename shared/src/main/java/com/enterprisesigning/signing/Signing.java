package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
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

  /** The order of the newest activated attempt. */
  public Optional<Order> order() {
    return attempt.map(made ->
        new Order(participantId, made.token(), made.orderRef(), made.channel(), made.endUserIp()));
  }

  /** Newly registered: nothing was started. */
  static Signing created(ParticipantDetails details) {
    return new Signing(
        details.participantId(),
        details.client(),
        details.processId(),
        details.personKey(),
        SigningStatus.CREATED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** As it stands once this attempt was activated. */
  Signing started(Attempt next) {
    return new Signing(
        participantId,
        client,
        processId,
        personKey,
        SigningStatus.INITIATED,
        Optional.empty(),
        Optional.of(next),
        Optional.empty(),
        Optional.empty(),
        withdrawn,
        Optional.empty());
  }

  /** As it stands with this status and hint, the attempt being the same. */
  Signing standing(
      SigningStatus next, Optional<HintCode> nextHint, Optional<Instant> nextSignedAt) {
    return new Signing(
        participantId,
        client,
        processId,
        personKey,
        next,
        nextHint,
        attempt,
        collectedAt,
        Optional.empty(),
        withdrawn,
        nextSignedAt);
  }
}
