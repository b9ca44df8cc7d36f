package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.store.Processes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Registers a process: what is to be signed, and by whom. This is one transaction. If its reply is
 * lost, a repeated call with the same {@code Idempotency-Key} finds the process by its id.
 */
public final class Registration {
  private final Processes processes;
  private final PersonKeys personKeys;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Audit audit;

  /**
   * @param ids supplies the process's id (unless it is derived from an {@code Idempotency-Key}),
   *     then each participant's id in order
   */
  public Registration(
      Processes processes, PersonKeys personKeys, Clock clock, Supplier<UUID> ids, Audit audit) {
    this.processes = processes;
    this.personKeys = personKeys;
    this.clock = clock;
    this.ids = ids;
    this.audit = audit;
  }

  /** Registers the process, or returns the answer of the first registration with the same key. */
  public Outcome<ProcessView> register(RegistrationRequest request) {
    Instant expiresAt =
        request
            .expiresAt()
            .orElseGet(() ->
                clock.instant().plus(Timing.DEFAULT_PROCESS_LIFE).truncatedTo(ChronoUnit.SECONDS));
    UUID processId =
        request
            .idempotency()
            .map(key -> derivedId(request.client(), key.keyDigest()))
            .orElseGet(ids);
    List<ParticipantDetails> participants =
        request.participants().stream()
            .map(signer -> details(request.client(), processId, expiresAt, signer))
            .toList();
    Optional<String> requestDigest = request.idempotency().map(Idempotency::requestDigest);
    SigningProcess process =
        new SigningProcess(
            processId,
            request.client(),
            request.reference(),
            participants.stream().map(ParticipantDetails::participantId).toList(),
            expiresAt,
            false,
            requestDigest);
    Optional<SigningProcess> standing = processes.register(process, participants);
    Outcome<ProcessView> outcome = outcome(standing, process);
    // If the stored participants are this call's own, only its reply was lost: it is not a replay.
    boolean isReplay =
        standing
            .filter(found -> !found.participantIds().equals(process.participantIds()))
            .isPresent();
    audit.record(
        AuditRecord.of(
            AuditRecord.Kind.REGISTRATION,
            AuditRecord.Subject.registration(request, outcome),
            outcome,
            isReplay ? "REPLAYED" : "REGISTERED"));
    return outcome;
  }

  /**
   * Answers a registration.
   *
   * @param standing the process that already existed under its id
   */
  private static Outcome<ProcessView> outcome(
      Optional<SigningProcess> standing, SigningProcess process) {
    boolean isAnother =
        standing
            .filter(found ->
                !found.client().equals(process.client())
                    || !found.requestDigest().equals(process.requestDigest()))
            .isPresent();
    return isAnother
        ? Outcome.refused(Reason.IDEMPOTENCY_KEY_REUSED)
        : Outcome.answered(ProcessView.registered(standing.orElse(process)));
  }

  /**
   * Returns the id of a process that is registered with an {@code Idempotency-Key}. The same client
   * and key give the same id, so that a repeated registration finds the first one ({@code
   * docs/architecture.md#the-contract}). The id is a UUID of version 8 (RFC 9562) with 122 bits of
   * a SHA-256.
   */
  private static UUID derivedId(String client, String keyDigest) {
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(keyDigest + "/" + client));
    long high = (digest.getLong() & 0xffffffffffff0fffL) | 0x8000L;
    long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private ParticipantDetails details(
      String client, UUID processId, Instant expiresAt, RegistrationRequest.Signer signer) {
    return new ParticipantDetails(
        ids.get(),
        processId,
        client,
        expiresAt,
        signer.personalNumber(),
        personKeys.keyOf(signer.personalNumber()),
        signer.text(),
        signer.requirement());
  }
}
