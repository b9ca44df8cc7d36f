package com.enterprisesigning.store;

import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.SigningProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The processes in memory. */
public final class InMemoryProcesses implements Processes {
  private final InMemorySignings signings;
  private final Map<UUID, SigningProcess> processes = new HashMap<>();

  InMemoryProcesses(InMemorySignings signings) {
    this.signings = signings;
  }

  InMemoryProcesses copy(InMemorySignings signings) {
    InMemoryProcesses copy = new InMemoryProcesses(signings);
    copy.processes.putAll(processes);
    return copy;
  }

  @Override
  public Optional<SigningProcess> register(
      SigningProcess process, List<ParticipantDetails> participants) {
    SigningProcess standing = processes.get(process.id());
    if (standing == null) {
      if (participants.stream().anyMatch(taken -> signings.get(taken.participantId()) != null)) {
        throw new StoreUnavailable("a participant id is taken", null);
      }
      processes.put(process.id(), process);
      participants.forEach(signings::create);
    }
    return Optional.ofNullable(standing);
  }

  @Override
  public Optional<SigningProcess> process(UUID processId) {
    return Optional.ofNullable(processes.get(processId));
  }

  @Override
  public void withdraw(SigningProcess process) {
    processes.computeIfPresent(
        process.id(),
        (same, standing) ->
            new SigningProcess(
                standing.id(),
                standing.client(),
                standing.reference(),
                standing.participantIds(),
                standing.expiresAt(),
                true,
                standing.requestDigest()));
    process.participantIds().forEach(signings::withdraw);
  }
}
