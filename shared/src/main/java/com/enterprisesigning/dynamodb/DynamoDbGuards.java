package com.enterprisesigning.dynamodb;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.dynamodb.GuardItems.Kind;
import com.enterprisesigning.dynamodb.SigningTable.Transacted;
import com.enterprisesigning.dynamodb.SigningTable.Written;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Guards;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Stores the guards in DynamoDB. */
public final class DynamoDbGuards implements Guards {
  private static final AttributeValue LEASE = Values.of(Kind.LEASE);
  private static final AttributeValue LIVE = Values.of(Kind.LIVE);
  private static final AttributeValue SLOT = Values.of(Kind.SLOT);

  private final SigningTable table;

  public DynamoDbGuards(SigningTable table) {
    this.table = table;
  }

  @Override
  public Optional<Guard> guard(PersonKey person) {
    return table.get(Keys.guard(person)).map(GuardItems::read);
  }

  @Override
  public Reserved reserve(PersonKey person, Contender contender, Instant now) {
    boolean isPhone = contender.channel() == Channel.PHONE;
    // The condition admits the same starts as ConflictRules. A refusal returns the guard that
    // refused, and the rules judge the start against it.
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":now", Values.of(now));
    values.put(":slot", SLOT);
    values.put(":lease", LEASE);
    values.put(":mine", Values.of(contender.token()));
    contender.endUserIp().ifPresent(ip -> values.put(":ip", Values.of(ip.address())));
    Written written =
        table.update(
            new Change.Update(
                Keys.guard(person),
                GuardItems.lease(contender, now, now.plus(Timing.LEASE)),
                "attribute_not_exists(#pk) OR #expires_at <= :now OR (#kind = :slot"
                    + (isPhone ? ")" : " AND #end_user_ip = :ip)")
                    + " OR (#kind = :lease AND #token = :mine)",
                values),
            ReturnValue.ALL_OLD);
    return switch (written) {
      case Written.Done(Item before) ->
          new Reserved.Taken(
              before.attributes().isEmpty()
                  ? Optional.empty()
                  : Optional.of(GuardItems.read(before)));
      case Written.Refused(Optional<Item> standing) ->
          new Reserved.Held(GuardItems.read(standing.orElseThrow()));
    };
  }

  @Override
  public void release(PersonKey person, UUID token, Optional<Guard> before) {
    String condition = "#kind = :lease AND #token = :mine";
    Map<String, AttributeValue> values = Map.of(":lease", LEASE, ":mine", Values.of(token));
    if (before.isPresent()) {
      table.update(
          new Change.Update(
              Keys.guard(person), GuardItems.putBack(before.get()), condition, values),
          ReturnValue.NONE);
    } else {
      table.delete(Keys.guard(person), condition, values);
    }
  }

  @Override
  public boolean activate(
      PersonKey person, Guard.Live live, Attempt attempt, Optional<UUID> tokenRead) {
    AttributeValue mine = Values.of(attempt.token());
    // :new_kind is LIVE, the value that the update sets.
    Change.Update guard =
        new Change.Update(
            Keys.guard(person),
            GuardItems.live(live),
            "#token = :mine AND #kind IN (:lease, :new_kind)",
            Map.of(":mine", mine, ":lease", LEASE));
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":complete", Values.of(SigningStatus.COMPLETE));
    tokenRead.ifPresent(token -> values.put(":read", Values.of(token)));
    Change.Update signing =
        new Change.Update(
            Keys.signing(live.holder().participantId()),
            SigningItems.started(attempt),
            "attribute_exists(#pk) AND #status <> :complete"
                + " AND attribute_not_exists(#withdrawn) AND "
                + (tokenRead.isPresent() ? "#token = :read" : "attribute_not_exists(#token)"),
            values);
    return switch (table.transact(List.of(guard, signing))) {
      case Transacted.Done() -> true;
      case Transacted.Refused(List<Transacted.Refusal> refusals) ->
          refusals.stream().allMatch(refusal -> carries(refusal, attempt.token()));
    };
  }

  /** Returns whether an earlier try of the same activation has succeeded. */
  private static boolean carries(Transacted.Refusal refusal, UUID token) {
    return refusal.change() == 1
        && refusal
            .standing()
            .flatMap(item -> item.optionalUuid("token"))
            .equals(Optional.of(token));
  }

  @Override
  public Recorded recordConflict(PersonKey person, Guard seen, Guard leaves) {
    UUID setBy =
        switch (leaves) {
          case Guard.Slot slot -> slot.setBy();
          case Guard.Block block -> block.setBy();
          case Guard.Lease lease ->
              throw new IllegalArgumentException("a conflict leaves no lease");
          case Guard.Live live -> throw new IllegalArgumentException("a conflict leaves no order");
        };
    Change.Update guard =
        new Change.Update(
            Keys.guard(person),
            GuardItems.slotOrBlock(GuardItems.kind(leaves), setBy, leaves.expiresAt()),
            "#kind = :seenKind AND #token = :seenToken AND #expires_at = :seenEnd",
            Map.of(
                ":seenKind", Values.of(GuardItems.kind(seen)),
                ":seenToken", Values.of(seen.holder().token()),
                ":seenEnd", Values.of(seen.expiresAt())));
    if (seen instanceof Guard.Live live) {
      return recorded(table.transact(List.of(guard, ending(live.running()))), setBy);
    }
    return switch (table.update(guard, ReturnValue.NONE)) {
      case Written.Done done -> new Recorded.Done();
      case Written.Refused(Optional<Item> standing) -> refused(standing, setBy);
    };
  }

  private static Change.Update ending(Order loser) {
    return new Change.Update(
        Keys.signing(loser.participantId()),
        SigningItems.ended(SigningStatus.ENDING),
        "#token = :loser AND #status IN (:initiated, :pending)",
        Map.of(
            ":loser", Values.of(loser.token()),
            ":initiated", Values.of(SigningStatus.INITIATED),
            ":pending", Values.of(SigningStatus.PENDING)));
  }

  private static Recorded recorded(Transacted transacted, UUID setBy) {
    return switch (transacted) {
      case Transacted.Done() -> new Recorded.Done();
      case Transacted.Refused(List<Transacted.Refusal> refusals) ->
          refusals.stream()
              .filter(refusal -> refusal.change() == 0)
              .findAny()
              .map(refusal -> refused(refusal.standing(), setBy))
              .orElseGet(Recorded.OrderNotRunning::new);
    };
  }

  /**
   * Rule F5: if this call's own change refuses it, an earlier try succeeded and its reply was lost.
   */
  private static Recorded refused(Optional<Item> standing, UUID setBy) {
    boolean isMine =
        standing.flatMap(item -> item.optionalUuid("set_by")).filter(setBy::equals).isPresent();
    return isMine ? new Recorded.Done() : new Recorded.GuardMoved(standing.map(GuardItems::read));
  }

  @Override
  public void freeOrder(PersonKey person, Order order) {
    table.delete(
        Keys.guard(person),
        "#kind = :live AND #token = :mine AND #order_ref = :ref",
        Map.of(
            ":live", LIVE,
            ":mine", Values.of(order.token()),
            ":ref", Values.of(order.orderRef())));
  }

  @Override
  public boolean leaveSlot(PersonKey person, Order order, Instant now) {
    // :new_kind is SLOT, the value that the update sets: an earlier try may have left the slot
    // already.
    Written written =
        table.update(
            new Change.Update(
                Keys.guard(person),
                new Draft()
                    .set("kind", SLOT)
                    .set("set_by", Values.of(order.token()))
                    .remove("key_digest", "request_digest"),
                "#token = :mine AND #order_ref = :ref AND #expires_at > :now"
                    + " AND (#kind = :live OR (#kind = :new_kind AND #set_by = :mine))",
                Map.of(
                    ":live", LIVE,
                    ":mine", Values.of(order.token()),
                    ":ref", Values.of(order.orderRef()),
                    ":now", Values.of(now))),
            ReturnValue.NONE);
    return written instanceof Written.Done;
  }

  @Override
  public Optional<Guard> freeOrderOrSlot(
      PersonKey person, UUID participantId, Optional<UUID> token) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":slot", SLOT);
    values.put(":participant", Values.of(participantId));
    token.ifPresent(mine -> {
      values.put(":live", LIVE);
      values.put(":mine", Values.of(mine));
    });
    String condition =
        "(#kind = :slot AND #participant = :participant"
            + " AND (attribute_not_exists(#order_participant)"
            + " OR #order_participant = :participant))"
            + (token.isPresent() ? " OR (#kind = :live AND #token = :mine)" : "");
    return switch (table.delete(Keys.guard(person), condition, values)) {
      case Written.Done done -> Optional.empty();
      case Written.Refused(Optional<Item> standing) -> standing.map(GuardItems::read);
    };
  }

  @Override
  public void endSlot(PersonKey person, Guard.Slot slot, Instant now) {
    table.update(
        new Change.Update(
            Keys.guard(person),
            new Draft().set("expires_at", Values.of(now)),
            "#kind = :slot AND #token = :loser AND #set_by = :setBy AND #expires_at > :now",
            Map.of(
                ":slot", SLOT,
                ":loser", Values.of(slot.holder().token()),
                ":setBy", Values.of(slot.setBy()),
                ":now", Values.of(now))),
        ReturnValue.NONE);
  }
}
