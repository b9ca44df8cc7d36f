package com.enterprisesigning.local;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.PersonKey;
import com.enterprisesigning.signing.ProcessStatus;
import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.RegistrationRequest;
import com.enterprisesigning.signing.Signing;
import com.enterprisesigning.signing.SigningApi;
import com.enterprisesigning.signing.SigningProcess;
import com.enterprisesigning.signing.SigningStatus;
import com.enterprisesigning.signing.StartRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A core that registers and shows processes, and knows no participant. */
final class MemorySigningApi implements SigningApi {
  private final Map<UUID, ProcessView> processes = new ConcurrentHashMap<>();

  @Override
  public Outcome<Signing> start(StartRequest request) {
    return Outcome.refused(Reason.PARTICIPANT_NOT_FOUND);
  }

  @Override
  public Outcome<Signing> collect(String client, UUID participantId) {
    return Outcome.refused(Reason.PARTICIPANT_NOT_FOUND);
  }

  @Override
  public Outcome<Void> cancel(String client, UUID participantId) {
    return Outcome.refused(Reason.PARTICIPANT_NOT_FOUND);
  }

  @Override
  public Outcome<ProcessView> register(RegistrationRequest request) {
    UUID id = UUID.randomUUID();
    List<UUID> participants =
        request.participants().stream().map(signer -> UUID.randomUUID()).toList();
    ProcessView view =
        new ProcessView(
            new SigningProcess(
                id,
                request.client(),
                request.reference(),
                participants,
                Instant.parse("2100-01-01T00:00:00Z"),
                false,
                Optional.empty()),
            ProcessStatus.OPEN,
            participants.stream()
                .map(participant ->
                    new ProcessView.ParticipantView(
                        participant, Optional.of(created(participant, id, request.client()))))
                .toList());
    processes.put(id, view);
    return Outcome.answered(view);
  }

  private static Signing created(UUID participant, UUID process, String client) {
    return new Signing(
        participant,
        client,
        process,
        new PersonKey("0".repeat(64)),
        SigningStatus.CREATED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  @Override
  public Outcome<ProcessView> process(String client, UUID processId) {
    return Optional.ofNullable(processes.get(processId))
        .filter(view -> view.process().client().equals(client))
        .map(Outcome::answered)
        .orElseGet(() -> Outcome.refused(Reason.PROCESS_NOT_FOUND));
  }

  @Override
  public Outcome<Void> withdraw(String client, UUID processId) {
    return Outcome.refused(Reason.PROCESS_NOT_FOUND);
  }

  @Override
  public Outcome<Evidence> evidence(String client, UUID participantId) {
    return Outcome.refused(Reason.EVIDENCE_NOT_FOUND);
  }
}
