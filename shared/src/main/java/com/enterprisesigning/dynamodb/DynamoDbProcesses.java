package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.dynamodb.SigningTable.Transacted;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores the processes in DynamoDB. A process with 20 participants takes 41 items; a transaction
 * takes up to 100.
 */
public final class DynamoDbProcesses implements Processes {
  private final SigningTable table;

  public DynamoDbProcesses(SigningTable table) {
    this.table = table;
  }

  @Override
  public Optional<SigningProcess> register(
      SigningProcess process, List<ParticipantDetails> participants) {
    Instant keptUntil = process.expiresAt().plus(Timing.PROCESS_GRACE);
    List<Change> changes = new ArrayList<>();
    changes.add(
        Change.Put.ifAbsent(Keys.process(process.id()), ProcessItems.draft(process, keptUntil)));
    for (ParticipantDetails details : participants) {
      changes.add(
          Change.Put.ifAbsent(
              Keys.details(details.participantId()), ParticipantItems.draft(details, keptUntil)));
      changes.add(
          Change.Put.ifAbsent(
              Keys.signing(details.participantId()), SigningItems.created(details, keptUntil)));
    }
    return switch (table.transact(changes)) {
      case Transacted.Done() -> Optional.empty();
      case Transacted.Refused(List<Transacted.Refusal> refusals) ->
          Optional.of(standing(refusals.getFirst()));
    };
  }

  private static SigningProcess standing(Transacted.Refusal refusal) {
    return refusal
        .standing()
        .filter(item -> refusal.change() == 0)
        .map(ProcessItems::read)
        .orElseThrow(() -> new StoreUnavailable("a participant id is taken", null));
  }

  @Override
  public Optional<SigningProcess> process(UUID processId) {
    return table.get(Keys.process(processId)).map(ProcessItems::read);
  }

  @Override
  public void withdraw(SigningProcess process) {
    List<Change> changes = new ArrayList<>();
    changes.add(withdrawn(Keys.process(process.id())));
    process.participantIds().forEach(id -> changes.add(withdrawn(Keys.signing(id))));
    if (table.transact(changes) instanceof Transacted.Refused(List<Transacted.Refusal> gone)) {
      // A signed participant outlives those who never signed: withdraw the items that still exist.
      gone.stream()
          .map(Transacted.Refusal::change)
          .sorted(Comparator.reverseOrder())
          .forEach(change -> changes.remove(change.intValue()));
      if (!changes.isEmpty() && table.transact(changes) instanceof Transacted.Refused) {
        throw new StoreUnavailable("a part of the process has just gone", null);
      }
    }
  }

  private static Change withdrawn(Map<String, AttributeValue> key) {
    return new Change.Update(
        key, new Draft().set("withdrawn", Values.of(true)), "attribute_exists(#pk)", Map.of());
  }
}
