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
 * Registers a process: what is to be signed, by whom. One transaction; a lost reply is found by the
 * process's id where the caller repeats with its {@code Idempotency-Key}.
 */
public final class Registration {
  private final Processes processes;
  private final PersonKeys personKeys;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /**
   * Makes registrations.
   *
   * @param ids gives the process's id (where no {@code Idempotency-Key} does), then each
   *     participant's in order
   */
  public Registration(Processes processes, PersonKeys personKeys, Clock clock, Supplier<UUID> ids) {
    this.processes = processes;
    this.personKeys = personKeys;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What a registration came to.
   *
   * @param isReplay whether the same one stood already
   */
  record Made(Outcome<ProcessView> outcome, boolean isReplay) {}

  /** Registers, or answers what the first registration of the same key was answered. */
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

  /** Its own participants stand there where the reply of this very registration was lost. */
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
