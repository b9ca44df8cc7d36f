package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Idempotency;
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

  /**
   * Creates registrations.
   *
   * @param ids supplies the process's id (unless it is derived from an {@code Idempotency-Key}),
   *     then each participant's id in order
   */
  public Registration(Processes processes, PersonKeys personKeys, Clock clock, Supplier<UUID> ids) {
    this.processes = processes;
    this.personKeys = personKeys;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The result of a registration.
   *
   * @param isReplay whether the same registration already existed
   */
  record Made(Outcome<ProcessView> outcome, boolean isReplay) {}

  /** Registers the process, or returns the answer of the first registration with the same key. */
  public Outcome<ProcessView> register(RegistrationRequest request) {
    return make(request).outcome();
  }

  Made make(RegistrationRequest request) {
    Instant expiresAt =
        request
            .expiresAt()
            .orElseGet(() ->
                clock.instant().plus(Timing.DEFAULT_PROCESS_LIFE).truncatedTo(ChronoUnit.SECONDS));
    UUID processId =
        request
            .idempotency()
            .map(key -> ProcessIds.derived(request.client(), key.keyDigest()))
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
    return processes
        .register(process, participants)
        .map(standing -> repeated(standing, process))
        .orElseGet(() -> new Made(Outcome.answered(ProcessView.registered(process)), false));
  }

  /**
   * Answers a registration whose process already exists. If the stored participants are this call's
   * own, only its reply was lost, so it is not a replay.
   */
  private static Made repeated(SigningProcess standing, SigningProcess process) {
    boolean isTheSame =
        standing.client().equals(process.client())
            && standing.requestDigest().equals(process.requestDigest());
    return new Made(
        isTheSame
            ? Outcome.answered(ProcessView.registered(standing))
            : Outcome.refused(Reason.IDEMPOTENCY_KEY_REUSED),
        !standing.participantIds().equals(process.participantIds()));
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
