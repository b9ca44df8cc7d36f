package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the guards' conditions. */
final class DynamoDbGuardsMutants {
  private static final String FILE = "dynamodb.DynamoDbGuards";

  private static final Condition RESERVE =
      condition(
          "reserve",
          """
          "attribute_not_exists(#pk) OR #expires_at <= :now OR (#kind = :slot"
              + (isPhone ? ")" : " AND #end_user_ip = :ip)")
              + " OR (#kind = :lease AND #token = :mine)"
          """);
  private static final Condition RELEASE =
      condition("release", "String condition = \"#kind = :lease AND #token = :mine\"");
  private static final Condition ACTIVATE_GUARD =
      condition("activate", "\"#token = :mine AND #kind IN (:lease, :new_kind)\"");
  private static final Condition ACTIVATE_SIGNING =
      condition(
          "activate",
          """
          "attribute_exists(#pk) AND #status <> :complete"
              + " AND attribute_not_exists(#withdrawn) AND "
              + (tokenRead.isPresent() ? "#token = :read" : "attribute_not_exists(#token)")
          """);
  private static final Condition RECORD_CONFLICT =
      condition(
          "recordConflict",
          "\"#kind = :seenKind AND #token = :seenToken AND #expires_at = :seenEnd\"");
  private static final Condition RECORD_CONFLICT_SIGNING =
      condition("recordConflict", "\"#token = :loser AND #status IN (:initiated, :pending)\"");
  private static final Condition FREE_ORDER =
      condition("freeOrder", "\"#kind = :live AND #token = :mine AND #order_ref = :ref\"");
  private static final Condition LEAVE_SLOT =
      condition(
          "leaveSlot",
          """
          "#token = :mine AND #order_ref = :ref AND #expires_at > :now"
              + " AND (#kind = :live OR (#kind = :new_kind AND #set_by = :mine))"
          """);
  private static final Condition FREE_ORDER_OR_SLOT =
      condition(
          "freeOrderOrSlot",
          """
          "(#kind = :slot AND #participant = :participant"
              + " AND (attribute_not_exists(#order_participant)"
              + " OR #order_participant = :participant))"
              + (token.isPresent() ? " OR (#kind = :live AND #token = :mine)" : "")
          """);

  static final MutantList LIST =
      new MutantList(
          "DynamoDbGuards",
          new JUnitCheck("dynamodb.DynamoDbLocalTest"),
          List.of(
              RESERVE.never("attribute_not_exists(#pk)", "a free guard is not taken"),
              RESERVE.without("#expires_at <= :now", "no expiry is compared: all is taken"),
              RESERVE.never("#expires_at <= :now", "an expired guard is not taken"),
              RESERVE.instead("#expires_at <= :now", "#expires_at < :now", "the last instant"),
              RESERVE.without("#kind = :slot", "the same address takes an order or a block"),
              RESERVE.never("#kind = :slot", "a slot lets nobody in"),
              RESERVE.without("#end_user_ip = :ip", "a slot lets every address in"),
              RESERVE.instead("isPhone ? \")\"", "isPhone ? \" AND #kind = :lease)\"", "phones"),
              RESERVE.without("#kind = :lease", "a killed start takes the block over itself"),
              RESERVE.never("#kind = :lease", "its own lease is not taken again"),
              RESERVE.without("#token = :mine", "another's lease is taken"),
              of(
                  "reserve: ReturnValue.NONE",
                  "what the lease stands in place of is not told",
                  "values), ReturnValue.ALL_OLD)",
                  "values), ReturnValue.NONE)"),
              Mutant.of(
                  "reserve: order forgotten",
                  "F7: the lease does not go on naming the unended order",
                  "dynamodb.GuardItems",
                  "Values.ttl(expiresAt.plus(KEPT)));",
                  "Values.ttl(expiresAt.plus(KEPT))).remove(\"order_ref\");"),
              Mutant.of(
                  "reserve: set_by forgotten",
                  "F5: who left the slot is not known once it is taken",
                  "dynamodb.GuardItems",
                  "Values.ttl(expiresAt.plus(KEPT)));",
                  "Values.ttl(expiresAt.plus(KEPT))).remove(\"set_by\");"),
              RELEASE.without("#kind = :lease", "an order, or a block over it, is freed"),
              RELEASE.without("#token = :mine", "another's lease is freed"),
              of(
                  "release: puts nothing back",
                  "the slot that was found is lost",
                  "if (before.isPresent()) {",
                  "if (before.isPresent() && table == null) {"),
              ACTIVATE_GUARD.without("#token = :mine", "another's lease becomes this order"),
              ACTIVATE_GUARD.without("#kind IN (:lease, :new_kind)", "so does a block over it"),
              ACTIVATE_GUARD.instead(
                  "#kind IN (:lease, :new_kind)", "#kind = :lease", "a lost reply is a refusal"),
              ACTIVATE_GUARD.instead(
                  "#kind IN (:lease, :new_kind)",
                  "#kind = :new_kind AND NOT (#kind = :lease)",
                  "no lease becomes an order"),
              of(
                  "activate: the guard alone",
                  "the signing is not written in the transaction",
                  "table.transact(List.of(guard, signing))",
                  "table.transact(List.of(guard))"),
              of(
                  "activate: the signing alone",
                  "the guard is not written in the transaction",
                  "table.transact(List.of(guard, signing))",
                  "table.transact(List.of(signing))"),
              ACTIVATE_SIGNING.without("attribute_exists(#pk)", "a signing is made up"),
              ACTIVATE_SIGNING.without("#status <> :complete", "F3: a signature is displaced"),
              ACTIVATE_SIGNING.without("attribute_not_exists(#withdrawn)", "withdrawn counts not"),
              ACTIVATE_SIGNING.without("#token = :read", "F3: the token read is not compared"),
              ACTIVATE_SIGNING.without(
                  "attribute_not_exists(#token)", "F3: nor that none was read"),
              of(
                  "activate: a lost reply refused",
                  "the token that stands there is not looked at",
                  "return refusal.change() == 1 &&",
                  "return refusal.change() == 2 &&"),
              of(
                  "activate: whichever refuses",
                  "a block that carries the token passes for an activation",
                  "return refusal.change() == 1 &&",
                  "return"),
              of(
                  "activate: whoever stands there",
                  "every refusal of the signing passes for a lost reply",
                  ".equals(Optional.of(token));",
                  ".isPresent();"),
              RECORD_CONFLICT.without(
                  "#kind = :seenKind", "a slot of the same attempt is overwritten"),
              RECORD_CONFLICT.without("#token = :seenToken", "the guard is freed by its key alone"),
              RECORD_CONFLICT.without(
                  "#expires_at = :seenEnd", "a lease taken again is overwritten"),
              RECORD_CONFLICT.instead(
                  "#kind = :seenKind",
                  "attribute_not_exists(#pk) OR #kind = :seenKind",
                  "a conflict is recorded where no guard stands"),
              RECORD_CONFLICT_SIGNING.without("#token = :loser", "F6: a newer attempt is ended"),
              RECORD_CONFLICT_SIGNING.without(
                  "#status IN (:initiated, :pending)", "F6: what has ended is ended again"),
              RECORD_CONFLICT_SIGNING.instead(
                  "#status IN (:initiated, :pending)",
                  "#status = :initiated AND NOT (#status = :pending)",
                  "a conflict with a pending order cannot be recorded"),
              RECORD_CONFLICT_SIGNING.instead(
                  "#status IN (:initiated, :pending)",
                  "#status = :pending AND NOT (#status = :initiated)",
                  "an initiated one cannot"),
              of(
                  "recordConflict: the guard alone",
                  "F6: the loser's signing is not written in the transaction",
                  "table.transact(List.of(guard, ending(live.running())))",
                  "table.transact(List.of(guard))"),
              of(
                  "recordConflict: set by any start",
                  "F5: another's block passes for one's own",
                  ".filter(setBy::equals)",
                  ""),
              of(
                  "recordConflict: set_by not looked at",
                  "F5: one's own block passes for another's",
                  "isMine ? new Recorded.Done()",
                  "isMine ? new Recorded.GuardMoved(Optional.empty())"),
              of(
                  "recordConflict: what stands is not told",
                  "a moved guard passes for a freed one",
                  "new Recorded.GuardMoved(standing.map(GuardItems::read))",
                  "new Recorded.GuardMoved(Optional.empty())"),
              of(
                  "recordConflict: whichever refuses",
                  "an abandoned order passes for a moved guard",
                  ".filter(refusal -> refusal.change() == 0)",
                  ""),
              FREE_ORDER.without("#kind = :live", "a block is freed"),
              FREE_ORDER.without("#token = :mine", "another attempt's order is freed"),
              FREE_ORDER.without("#order_ref = :ref", "another order is freed"),
              LEAVE_SLOT.instead(
                  "\"#token = :mine",
                  "\"NOT (#token = :mine AND NOT (#token = :mine))",
                  "another attempt's order gives way to a slot"),
              LEAVE_SLOT.without("#order_ref = :ref", "so does another order"),
              LEAVE_SLOT.without("#expires_at > :now", "an order past its window leaves a slot"),
              LEAVE_SLOT.instead("#expires_at > :now", "#expires_at >= :now", "the last instant"),
              LEAVE_SLOT.without("#kind = :live", "a block gives way to a slot"),
              LEAVE_SLOT.never("#kind = :live", "no order gives way to a slot"),
              LEAVE_SLOT.without("#kind = :new_kind", "a block of its own gives way to a slot"),
              LEAVE_SLOT.without("#set_by = :mine", "a conflict's slot passes for its own"),
              LEAVE_SLOT.never("#set_by = :mine", "a lost reply is a refusal"),
              FREE_ORDER_OR_SLOT.without("#kind = :slot", "a block is freed"),
              FREE_ORDER_OR_SLOT.instead(
                  "AND #participant = :participant",
                  "AND NOT (#participant = :participant AND NOT (#participant = :participant))",
                  "another participant's slot is freed"),
              FREE_ORDER_OR_SLOT.never(
                  "attribute_not_exists(#order_participant)", "a slot without order is not"),
              FREE_ORDER_OR_SLOT.without(
                  "#order_participant = :participant", "another's unended order is forgotten"),
              FREE_ORDER_OR_SLOT.never(
                  "#order_participant = :participant", "a slot of its own order is not freed"),
              FREE_ORDER_OR_SLOT.without("#kind = :live", "a lease or a block is freed"),
              FREE_ORDER_OR_SLOT.without("#token = :mine", "another attempt's order is freed"),
              FREE_ORDER_OR_SLOT.never("#kind = :live", "its own order is not freed")));

  private DynamoDbGuardsMutants() {}

  private static Condition condition(String method, String source) {
    return new Condition(FILE, method, source.strip());
  }

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
