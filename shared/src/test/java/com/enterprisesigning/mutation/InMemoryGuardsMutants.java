package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the guards in the table's twin, whose conditions are Java. */
final class InMemoryGuardsMutants {
  private static final String FILE = "store.InMemoryGuards";

  static final MutantList LIST =
      new MutantList(
          "InMemoryGuards",
          new JUnitCheck("store.InMemoryTableTest"),
          List.of(
              of(
                  "reserve: no expiry",
                  "an expired guard is not taken",
                  "return !guard.expiresAt().isAfter(now) || switch",
                  "return switch"),
              of(
                  "reserve: the last instant",
                  "nor is one at its end",
                  "return !guard.expiresAt().isAfter(now) || switch",
                  "return guard.expiresAt().isBefore(now) || switch"),
              of(
                  "reserve: slot, phone",
                  "a slot lets no phone in",
                  "contender.channel() == Channel.PHONE ||",
                  ""),
              of(
                  "reserve: slot, address",
                  "a slot lets every address in",
                  "|| contender.endUserIp().equals(slot.holder().endUserIp())",
                  "|| slot != null"),
              of(
                  "reserve: slot, its own",
                  "a slot does not let its own address in",
                  "|| contender.endUserIp().equals(slot.holder().endUserIp())",
                  ""),
              of(
                  "reserve: lease, token",
                  "another's lease is taken",
                  "case Guard.Lease lease -> lease.holder().token().equals(contender.token());",
                  "case Guard.Lease lease -> true;"),
              of(
                  "reserve: lease, its own",
                  "its own lease is not taken again",
                  "case Guard.Lease lease -> lease.holder().token().equals(contender.token());",
                  "case Guard.Lease lease -> false;"),
              of(
                  "reserve: live",
                  "an order is taken",
                  "case Guard.Live live -> false; case Guard.Block block -> false; };",
                  "case Guard.Live live -> true; case Guard.Block block -> false; };"),
              of(
                  "reserve: block",
                  "a block is taken",
                  "case Guard.Live live -> false; case Guard.Block block -> false; };",
                  "case Guard.Live live -> false; case Guard.Block block -> true; };"),
              of(
                  "reserve: order forgotten",
                  "F7: the lease does not go on naming the unended order",
                  "before.flatMap(Guard::order)",
                  "Optional.empty()"),
              of(
                  "release: kind",
                  "an order, or a block over it, is freed",
                  "if (guards.get(person) instanceof Guard.Lease lease"
                      + " && lease.holder().token().equals(token))",
                  "if (guards.get(person) instanceof Guard lease"
                      + " && lease.holder().token().equals(token))"),
              of(
                  "release: token",
                  "another's lease is freed",
                  "instanceof Guard.Lease lease && lease.holder().token().equals(token))",
                  "instanceof Guard.Lease)"),
              of(
                  "release: puts nothing back",
                  "the slot that was found is lost",
                  "before.ifPresent(found -> guards.put(person, found));",
                  ""),
              of(
                  "activate: participant",
                  "a signing is made up",
                  "if (signing == null) { return false; }",
                  ""),
              of(
                  "activate: lease, token",
                  "another's lease becomes this order",
                  "guard instanceof Guard.Lease lease"
                      + " && lease.holder().token().equals(attempt.token())",
                  "guard instanceof Guard.Lease"),
              of(
                  "activate: lost reply",
                  "a lost reply is a refusal",
                  "|| (guard instanceof Guard.Live mine"
                      + " && mine.running().token().equals(attempt.token()))",
                  ""),
              of(
                  "activate: whatever guard",
                  "a block that has killed it becomes this order",
                  "|| (guard instanceof Guard.Live mine"
                      + " && mine.running().token().equals(attempt.token()))",
                  "|| (guard != null && guard.holder().token().equals(attempt.token()))"),
              of(
                  "activate: token read",
                  "F3: the token read is not compared",
                  "signing.token().equals(tokenRead) && signing.status()",
                  "signing.status()"),
              of(
                  "activate: complete",
                  "F3: a signature is displaced",
                  "&& signing.status() != SigningStatus.COMPLETE && !signing.withdrawn();",
                  "&& !signing.withdrawn();"),
              of("activate: withdrawn", "withdrawn counts not", "&& !signing.withdrawn();", ";"),
              of(
                  "activate: again",
                  "activating again wipes what a collect has written",
                  "if (!wasActivated) {",
                  "if (signing != null) {"),
              of(
                  "recordConflict: lost reply",
                  "F5: one's own block passes for another's",
                  "if (setter.equals(setBy.get(person))) { return Recorded.DONE; }",
                  ""),
              of(
                  "recordConflict: nothing there",
                  "a conflict is recorded over nothing",
                  "if (standing == null ||",
                  "if (standing != null && ("
                      + "standing.getClass() != seen.getClass()"
                      + " || !standing.holder().token().equals(seen.holder().token())) ||"),
              of(
                  "recordConflict: kind",
                  "a slot of the same attempt is overwritten",
                  "|| standing.getClass() != seen.getClass()",
                  ""),
              of(
                  "recordConflict: token",
                  "the guard is freed by its key alone",
                  "|| !standing.holder().token().equals(seen.holder().token())",
                  ""),
              of(
                  "recordConflict: end",
                  "a lease taken again is overwritten",
                  "|| !standing.expiresAt().equals(seen.expiresAt())",
                  ""),
              of(
                  "recordConflict: loser's token",
                  "F6: a newer attempt is ended",
                  "loser.token().equals(Optional.of(live.running().token())) &&",
                  ""),
              of(
                  "recordConflict: loser's status",
                  "F6: what has ended is ended again",
                  "&& (loser.status() == SigningStatus.INITIATED"
                      + " || loser.status() == SigningStatus.PENDING);",
                  ";"),
              of(
                  "recordConflict: loser pending",
                  "a conflict with a pending order cannot be recorded",
                  "|| loser.status() == SigningStatus.PENDING);",
                  ");"),
              of(
                  "recordConflict: the guard alone",
                  "F6: the loser's signing is not written with it",
                  "signings.put(loser, SigningStatus.ENDING, loser.hint(), loser.missingSince());",
                  ""),
              of(
                  "freeOrder: kind",
                  "a block is freed",
                  "if (guards.get(person) instanceof Guard.Live live"
                      + " && live.running().equals(order)) { free(person);",
                  "if (guards.get(person) instanceof Guard live"
                      + " && live.order().equals(Optional.of(order))) { free(person);"),
              of(
                  "freeOrder: order",
                  "another order is freed",
                  "if (guards.get(person) instanceof Guard.Live live"
                      + " && live.running().equals(order)) { free(person);",
                  "if (guards.get(person) instanceof Guard.Live) { free(person);"),
              of(
                  "leaveSlot: lost reply",
                  "a lost reply is a refusal",
                  "return slot.expiresAt().isAfter(now);",
                  "return false;"),
              of(
                  "leaveSlot: set_by",
                  "a conflict's slot passes for its own",
                  "guard instanceof Guard.Slot slot && slot.setBy().equals(order.token())",
                  "guard instanceof Guard.Slot slot"),
              of(
                  "leaveSlot: kind",
                  "a block gives way to a slot",
                  "if (guard instanceof Guard.Live live && live.running().equals(order)"
                      + " && live.expiresAt()",
                  "if (guard instanceof Guard live && live.order().equals(Optional.of(order))"
                      + " && live.expiresAt()"),
              of(
                  "leaveSlot: order",
                  "another order gives way to a slot",
                  "&& live.running().equals(order) && live.expiresAt()",
                  "&& live.expiresAt()"),
              of(
                  "leaveSlot: expiry",
                  "an order past its window leaves a slot",
                  "&& live.expiresAt().isAfter(now)) {",
                  ") {"),
              of(
                  "leaveSlot: the last instant",
                  "so does one at its end",
                  "&& live.expiresAt().isAfter(now)) {",
                  "&& !live.expiresAt().isBefore(now)) {"),
              of(
                  "freeOrderOrSlot: token",
                  "another attempt's order is freed",
                  "case Guard.Live live -> token.equals(Optional.of(live.holder().token()));",
                  "case Guard.Live live -> true;"),
              of(
                  "freeOrderOrSlot: its order",
                  "its own order is not freed",
                  "case Guard.Live live -> token.equals(Optional.of(live.holder().token()));",
                  "case Guard.Live live -> false;"),
              of(
                  "freeOrderOrSlot: participant",
                  "another participant's slot is freed",
                  "slot.holder().participantId().equals(participantId) && slot.order()",
                  "slot.order()"),
              of(
                  "freeOrderOrSlot: its slot's order",
                  "another's unended order is forgotten",
                  ".map(order -> order.participantId().equals(participantId)).orElse(true);",
                  ".map(order -> true).orElse(true);"),
              of(
                  "freeOrderOrSlot: no order",
                  "a slot without an order is not freed",
                  ".map(order -> order.participantId().equals(participantId)).orElse(true);",
                  ".map(order -> order.participantId().equals(participantId)).orElse(false);"),
              of(
                  "freeOrderOrSlot: lease",
                  "a lease is freed",
                  "case Guard.Lease lease -> false; case Guard.Block block -> false; case null",
                  "case Guard.Lease lease -> true; case Guard.Block block -> false; case null"),
              of(
                  "freeOrderOrSlot: block",
                  "a block is freed",
                  "case Guard.Lease lease -> false; case Guard.Block block -> false; case null",
                  "case Guard.Lease lease -> false; case Guard.Block block -> true; case null")));

  private InMemoryGuardsMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
