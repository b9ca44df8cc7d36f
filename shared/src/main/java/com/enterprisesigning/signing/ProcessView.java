package com.enterprisesigning.signing;

import com.enterprisesigning.domain.ProcessStatus;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A process and the state of its participants' signings.
 *
 * @param participants in the order of registration
 */
public record ProcessView(
    SigningProcess process, ProcessStatus status, List<ParticipantView> participants) {

  public ProcessView {
    participants = List.copyOf(participants);
  }

  /**
   * A participant. {@code signing} is absent in the answer to the registration, when nothing can
   * have been started, and after TTL has deleted it.
   */
  public record ParticipantView(UUID id, Optional<Signing> signing) {}

  /** Returns the view of a process at its registration. */
  static ProcessView registered(SigningProcess process) {
    return new ProcessView(
        process,
        ProcessStatus.OPEN,
        process.participantIds().stream()
            .map(id -> new ParticipantView(id, Optional.empty()))
            .toList());
  }

  /**
   * Returns the current view of a process. It is COMPLETE once all have signed, whatever happens
   * later.
   */
  static ProcessView of(SigningProcess process, List<Signing> signings, Instant now) {
    boolean isComplete =
        signings.size() == process.participantIds().size()
            && signings.stream().allMatch(s -> s.status() == SigningStatus.COMPLETE);
    ProcessStatus status =
        isComplete
            ? ProcessStatus.COMPLETE
            : process.withdrawn()
                ? ProcessStatus.WITHDRAWN
                : now.isBefore(process.expiresAt()) ? ProcessStatus.OPEN : ProcessStatus.EXPIRED;
    return new ProcessView(
        process,
        status,
        process.participantIds().stream()
            .map(id -> new ParticipantView(id, find(signings, id)))
            .toList());
  }

  private static Optional<Signing> find(List<Signing> signings, UUID participantId) {
    return signings.stream().filter(s -> s.participantId().equals(participantId)).findAny();
  }
}
