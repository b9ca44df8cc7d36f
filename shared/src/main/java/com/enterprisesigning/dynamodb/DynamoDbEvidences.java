package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.dynamodb.SigningTable.Transacted;
import com.enterprisesigning.dynamodb.SigningTable.Written;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FiledEvidence;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Stores the evidence in DynamoDB. */
public final class DynamoDbEvidences implements Evidences {
  private static final int SIGNING = 1;

  private static final Comparator<Item> VERIFIED_FIRST =
      Comparator.comparing(item -> !item.text(Keys.SORT).equals(Keys.EVIDENCE));

  private static final Comparator<Item> NEWEST_FIRST =
      Comparator.comparing(DynamoDbEvidences::storedAt).reversed();

  private final SigningTable table;

  public DynamoDbEvidences(SigningTable table) {
    this.table = table;
  }

  @Override
  public HandedOut keep(HandedOut handedOut) {
    Order order = handedOut.order();
    Written written =
        table.put(
            Change.Put.ifAbsent(
                Keys.completion(order.participantId(), order.orderRef()),
                CompletionItems.draft(handedOut)));
    return written instanceof Written.Refused(Optional<Item> standing)
        ? standing.map(CompletionItems::read).orElse(handedOut)
        : handedOut;
  }

  @Override
  public void keepUntil(UUID participantId, String orderRef, Instant until) {
    table.update(outlive(Keys.completion(participantId, orderRef), until), ReturnValue.NONE);
  }

  @Override
  public Optional<HandedOut> unfinished(UUID participantId, String orderRef) {
    return table
        .get(Keys.completion(participantId, orderRef))
        .filter(kept -> !hasEvidence(participantId, orderRef))
        .map(CompletionItems::read);
  }

  private boolean hasEvidence(UUID participantId, String orderRef) {
    return table.get(Keys.evidenceBeside(participantId, orderRef)).isPresent()
        || table
            .get(Keys.evidence(participantId))
            .filter(evidence -> orderRef(evidence).equals(orderRef))
            .isPresent();
  }

  @Override
  public Stored complete(Evidence evidence, Optional<UUID> tokenStanding) {
    UUID participantId = evidence.participantId();
    Change.Put kept =
        Change.Put.ifAbsent(Keys.evidence(participantId), EvidenceItems.draft(evidence));
    Change.Update complete =
        new Change.Update(
            Keys.signing(participantId),
            tokenStanding.isPresent()
                ? SigningItems.complete(evidence)
                : SigningItems.completeUnactivated(evidence),
            "#status <> :new_status AND "
                + (tokenStanding.isPresent()
                    ? "#token = :standing"
                    : "attribute_not_exists(#token)"),
            tokenStanding
                .<Map<String, AttributeValue>>map(token -> Map.of(":standing", Values.of(token)))
                .orElse(Map.of()));
    List<Change> essential = List.of(kept, complete);
    List<Change> outliving =
        List.of(
            outlive(Keys.details(participantId), evidence.keptUntil()),
            outlive(Keys.process(evidence.processId()), evidence.keptUntil()));
    Transacted transacted =
        table.transact(Stream.concat(essential.stream(), outliving.stream()).toList());
    if (transacted instanceof Transacted.Refused(List<Transacted.Refusal> refusals)
        && refusals.stream().allMatch(refusal -> refusal.change() >= essential.size())) {
      // PROCESS or DETAILS is already gone, or is kept for longer anyway: the signature is stored
      // without extending them.
      transacted = table.transact(essential);
    }
    return switch (transacted) {
      case Transacted.Done() -> new Stored.Done();
      case Transacted.Refused(List<Transacted.Refusal> refusals) ->
          refused(refusals, evidence.order());
    };
  }

  /**
   * Extends the life of an item, and never shortens it. An item that TTL has deleted is not created
   * again.
   */
  private static Change.Update outlive(Map<String, AttributeValue> key, Instant keptUntil) {
    return new Change.Update(
        key,
        new Draft().set("ttl", Values.ttl(keptUntil)),
        "attribute_exists(#pk) AND #ttl <= :new_ttl",
        Map.of());
  }

  private static Stored refused(List<Transacted.Refusal> refusals, Order order) {
    Signing signing = standing(refusals);
    boolean isThisOne =
        signing.status() == SigningStatus.COMPLETE
            && signing.order().map(Order::orderRef).equals(Optional.of(order.orderRef()));
    return isThisOne ? new Stored.Already() : new Stored.Refused(signing);
  }

  private static Signing standing(List<Transacted.Refusal> refusals) {
    return refusals.stream()
        .filter(refusal -> refusal.change() == SIGNING)
        .findAny()
        .flatMap(Transacted.Refusal::standing)
        .map(SigningItems::read)
        .orElseThrow(() -> new StoreUnavailable("the signing of a completion is gone", null));
  }

  @Override
  public Stored reject(Evidence evidence) {
    Change.Update error =
        new Change.Update(
            Keys.signing(evidence.participantId()),
            SigningItems.ended(SigningStatus.COLLECT_ERROR)
                .remove("hint", "missing_since")
                .set("ttl", Values.ttl(evidence.keptUntil())),
            "#token = :mine AND #status <> :complete",
            Map.of(
                ":mine", Values.of(evidence.order().token()),
                ":complete", Values.of(SigningStatus.COMPLETE)));
    return switch (table.transact(List.of(beside(evidence), error))) {
      case Transacted.Done() -> new Stored.Done();
      case Transacted.Refused(List<Transacted.Refusal> refusals)
          when refusals.stream().anyMatch(refusal -> refusal.change() != SIGNING) ->
          new Stored.Already();
      case Transacted.Refused(List<Transacted.Refusal> refusals) ->
          new Stored.Refused(standing(refusals));
    };
  }

  @Override
  public boolean storeBeside(Evidence evidence) {
    Change.Put again =
        new Change.Put(
            Keys.evidenceBeside(evidence.participantId(), evidence.completion().orderRef()),
            EvidenceItems.draft(evidence),
            "attribute_not_exists(#pk) OR #stored_at = :mine",
            Map.of(":mine", Values.of(evidence.storedAt())));
    return table.put(again) instanceof Written.Done;
  }

  @Override
  public boolean stamp(Evidence evidence, TimeStamp timeStamp) {
    Change.Put first =
        new Change.Put(
            Keys.timeStamp(evidence.participantId(), evidence.order().orderRef()),
            TimeStampItems.draft(evidence, timeStamp),
            "attribute_not_exists(#pk) OR #token = :mine",
            Map.of(":mine", TimeStampItems.token(timeStamp)));
    return table.put(first) instanceof Written.Done;
  }

  @Override
  public void forEachBeside(Consumer<FiledEvidence> consumer) {
    table.scan(
        Keys.EVIDENCE + "#",
        item ->
            consumer.accept(
                filed(
                    item,
                    () -> table.get(Keys.completion(item.participant(), orderRef(item))),
                    () -> table.get(Keys.timeStamp(item.participant(), orderRef(item))))));
  }

  @Override
  public List<String> unfinished(UUID participantId) {
    return table
        .query(Keys.participant(participantId), Keys.COMPLETION, Keys.COMPLETION + "$")
        .stream()
        .map(DynamoDbEvidences::orderRef)
        .filter(orderRef -> !hasEvidence(participantId, orderRef))
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * <p>DynamoDB returns a participant's completions and then its evidence, so only few orders wait
   * for their evidence at a time. Nothing relies on that order: each order that is left is looked
   * up.
   */
  @Override
  public void forEachUnfinished(BiConsumer<UUID, String> participantAndOrderRef) {
    record Kept(UUID participantId, String orderRef) {}

    Set<Kept> waiting = new LinkedHashSet<>();
    table.scan(
        "begins_with(#sk, :completion) OR begins_with(#sk, :evidence)",
        Map.of(
            ":completion", Values.of(Keys.COMPLETION + "#"), ":evidence", Values.of(Keys.EVIDENCE)),
        Optional.of("#pk, #sk, #order_ref"),
        item -> {
          Kept kept = new Kept(item.participant(), orderRef(item));
          if (item.text(Keys.SORT).startsWith(Keys.COMPLETION)) {
            waiting.add(kept);
          } else {
            waiting.remove(kept);
          }
        });
    waiting.stream()
        .filter(kept -> !hasEvidence(kept.participantId(), kept.orderRef()))
        .forEach(kept -> participantAndOrderRef.accept(kept.participantId(), kept.orderRef()));
  }

  @Override
  public Set<UUID> participantsOf(PersonKey person, PersonalNumber number) {
    Set<UUID> participants = new LinkedHashSet<>();
    table.scan(
        "#person_key = :key OR #person = :key"
            + " OR #personal_number = :number OR #signer = :number"
            + " OR #user.#personal_number = :number",
        Map.of(":key", Values.of(person.hex()), ":number", Values.of(number.digits())),
        Optional.of("#pk"),
        item -> participants.add(item.participant()));
    return participants;
  }

  private static Change.Put beside(Evidence evidence) {
    return Change.Put.ifAbsent(
        Keys.evidenceBeside(evidence.participantId(), evidence.completion().orderRef()),
        EvidenceItems.draft(evidence));
  }

  @Override
  public List<FiledEvidence> all(UUID participantId) {
    Map<String, Item> items =
        table.query(Keys.participant(participantId), Keys.COMPLETION, Keys.EVIDENCE + "$").stream()
            .collect(Collectors.toMap(item -> item.text(Keys.SORT), Function.identity()));
    return items.values().stream()
        .filter(item -> item.text(Keys.SORT).startsWith(Keys.EVIDENCE))
        .sorted(VERIFIED_FIRST.thenComparing(NEWEST_FIRST))
        .map(item ->
            filed(
                item,
                () -> Optional.ofNullable(items.get(Keys.COMPLETION + "#" + orderRef(item))),
                () -> Optional.ofNullable(items.get(Keys.timeStampSort(orderRef(item))))))
        .toList();
  }

  /**
   * An item that has lost an attribute is read as an empty one, so that it does not hide its
   * neighbours. Its digest tells that it has changed.
   */
  private static FiledEvidence filed(
      Item item, Supplier<Optional<Item>> completion, Supplier<Optional<Item>> timeStamp) {
    return new FiledEvidence(
        orderRef(item),
        item.optionalText("client").orElse(""),
        item.has("ttl") ? Instant.ofEpochSecond(item.number("ttl")) : Instant.MAX,
        () -> EvidenceItems.read(item, completion),
        () -> timeStamp.get().map(TimeStampItems::read));
  }

  private static Instant storedAt(Item item) {
    return item.optionalTime("stored_at").orElse(Instant.EPOCH);
  }

  private static String orderRef(Item item) {
    return item.optionalText("order_ref").orElse("");
  }
}
