package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.dynamodb.SigningTable.Written;
import com.enterprisesigning.store.Signings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Stores the participants and their signings in DynamoDB. */
public final class DynamoDbSignings implements Signings {
  private static final AttributeValue INITIATED = Values.of(SigningStatus.INITIATED);
  private static final AttributeValue PENDING = Values.of(SigningStatus.PENDING);
  private static final AttributeValue ENDING = Values.of(SigningStatus.ENDING);

  private final SigningTable table;
  private final Consumer<UnsignedEnd> ends;

  /**
   * @param ends called once for each order that ended unsigned, after the write that recorded the
   *     end; not called if the reply to that write was lost
   */
  public DynamoDbSignings(SigningTable table, Consumer<UnsignedEnd> ends) {
    this.table = table;
    this.ends = ends;
  }

  @Override
  public Optional<Participant> participant(UUID participantId) {
    Map<String, Item> items =
        table.getAll(List.of(Keys.details(participantId), Keys.signing(participantId))).stream()
            .collect(Collectors.toMap(item -> item.text(Keys.SORT), Function.identity()));
    return items.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Participant(
                ParticipantItems.read(items.get("DETAILS")),
                SigningItems.read(items.get("SIGNING"))));
  }

  @Override
  public Optional<ParticipantDetails> details(UUID participantId) {
    return table.get(Keys.details(participantId)).map(ParticipantItems::read);
  }

  @Override
  public Optional<Signing> signing(UUID participantId) {
    return table.get(Keys.signing(participantId)).map(SigningItems::read);
  }

  @Override
  public List<Signing> signings(List<UUID> participantIds) {
    Map<UUID, Signing> found =
        table.getAll(participantIds.stream().map(Keys::signing).toList()).stream()
            .map(SigningItems::read)
            .collect(Collectors.toMap(Signing::participantId, Function.identity()));
    return participantIds.stream().filter(found::containsKey).map(found::get).toList();
  }

  @Override
  public Claimed claim(UUID participantId, String client, Instant now, Duration interval) {
    Written written =
        table.update(
            new Change.Update(
                Keys.signing(participantId),
                new Draft().set("collected_at", Values.of(now)),
                "#client = :client AND #status IN (:initiated, :pending)"
                    + " AND (attribute_not_exists(#collected_at) OR #collected_at <= :due)",
                Map.of(
                    ":client",
                    Values.of(client),
                    ":initiated",
                    INITIATED,
                    ":pending",
                    PENDING,
                    ":due",
                    Values.of(now.minus(interval)))),
            ReturnValue.ALL_NEW);
    return switch (written) {
      case Written.Done(Item item) -> new Claimed.Won(SigningItems.read(item));
      case Written.Refused(Optional<Item> standing) ->
          standing
              .map(SigningItems::read)
              .filter(signing -> signing.client().equals(client))
              .<Claimed>map(Claimed.Lost::new)
              .orElseGet(Claimed.Unknown::new);
    };
  }

  @Override
  public boolean pend(UUID participantId, UUID token, HintCode hint) {
    Draft pending =
        SigningItems.status(SigningStatus.PENDING)
            .set("hint", Values.of(hint))
            .remove("missing_since");
    Written written =
        table.update(
            new Change.Update(
                Keys.signing(participantId),
                pending,
                "#token = :mine AND #status IN (:initiated, :pending)",
                Map.of(":mine", Values.of(token), ":initiated", INITIATED, ":pending", PENDING)),
            ReturnValue.NONE);
    return written instanceof Written.Done;
  }

  @Override
  public boolean fail(UUID participantId, UUID token, HintCode hint) {
    Written written =
        table.update(
            new Change.Update(
                Keys.signing(participantId),
                SigningItems.ended(SigningStatus.FAILED)
                    .set("hint", Values.of(hint))
                    .remove("missing_since"),
                "#token = :mine AND (#status IN (:initiated, :pending, :ending)"
                    + " OR (#status = :new_status AND #hint = :new_hint))",
                Map.of(
                    ":mine", Values.of(token),
                    ":initiated", INITIATED,
                    ":pending", PENDING,
                    ":ending", ENDING)),
            ReturnValue.ALL_OLD);
    if (!(written instanceof Written.Done(Item before))) {
      return false;
    }
    if (!before.text("status").equals(SigningStatus.FAILED.name())) {
      ends.accept(new UnsignedEnd.Failed(hint));
    }
    return true;
  }

  @Override
  public Optional<Signing> miss(UUID participantId, UUID token, Instant now) {
    Written written =
        table.update(
            new Change.Update(
                Keys.signing(participantId),
                new Draft().set("missing_since", Values.of(now)),
                "#token = :mine AND #status IN (:initiated, :pending)"
                    + " AND attribute_not_exists(#missing_since)",
                Map.of(":mine", Values.of(token), ":initiated", INITIATED, ":pending", PENDING)),
            ReturnValue.ALL_NEW);
    return switch (written) {
      case Written.Done(Item item) -> Optional.of(SigningItems.read(item));
      case Written.Refused(Optional<Item> standing) -> standing.map(SigningItems::read);
    };
  }

  @Override
  public boolean giveUp(UUID participantId, UUID token, Instant missingSince) {
    Written written =
        table.update(
            new Change.Update(
                Keys.signing(participantId),
                SigningItems.ended(SigningStatus.COLLECT_ERROR).remove("hint"),
                "#token = :mine AND #missing_since = :since"
                    + " AND #status IN (:initiated, :pending, :new_status)",
                Map.of(
                    ":mine",
                    Values.of(token),
                    ":since",
                    Values.of(missingSince),
                    ":initiated",
                    INITIATED,
                    ":pending",
                    PENDING)),
            ReturnValue.ALL_OLD);
    if (!(written instanceof Written.Done(Item before))) {
      return false;
    }
    if (!before.text("status").equals(SigningStatus.COLLECT_ERROR.name())) {
      ends.accept(new UnsignedEnd.Missing());
    }
    return true;
  }
}
