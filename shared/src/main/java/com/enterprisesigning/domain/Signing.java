package com.enterprisesigning.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The state of one participant's signing, in a small item that is read and written often ({@code
 * SIGNING} in {@code docs/architecture.md#state}).
 *
 * @param hint BankID's hint code, for {@link SigningStatus#PENDING} and {@link
 *     SigningStatus#FAILED}
 * @param attempt the newest activated attempt; absent while {@link SigningStatus#CREATED}
 * @param collectedAt when a collect of this attempt last asked BankID
 * @param missingSince when BankID first did not recognize the order (rule F4)
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

  /** Returns the token of the newest activated attempt. */
  public Optional<UUID> token() {
    return attempt.map(Attempt::token);
  }

  /** Returns the order of the newest activated attempt. */
  public Optional<Order> order() {
    return attempt.map(made ->
        new Order(participantId, made.token(), made.orderRef(), made.channel(), made.endUserIp()));
  }

  /** Returns the signing of a newly registered participant. */
  public static Signing created(ParticipantDetails details) {
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

  /** Returns the signing after this attempt was activated. */
  public Signing started(Attempt next) {
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

  /** Returns the signing with this status and hint, and the same attempt. */
  public Signing standing(
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
