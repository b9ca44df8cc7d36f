package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the conflict rules ({@code docs/architecture.md#the-conflict-rules}). */
final class ConflictRulesMutants {
  private static final String RULES = "conflict.ConflictRules";
  private static final String CONTENDER = "conflict.Contender";

  static final MutantList LIST =
      new MutantList(
          "ConflictRules",
          new JUnitCheck("conflict.ConflictRulesTest"),
          List.of(
              of(
                  "expiry: not compared",
                  "a guard means something for ever",
                  ".filter(standing -> now.isBefore(standing.expiresAt()))",
                  ""),
              of(
                  "expiry: the last instant",
                  "a guard still means something at its end",
                  "now.isBefore(standing.expiresAt())",
                  "!now.isAfter(standing.expiresAt())"),
              of(
                  "block: free",
                  "a block lets every start in",
                  "new Blocked(block.expiresAt())",
                  "new Free()"),
              of(
                  "block: lengthened",
                  "a call during a block moves its end",
                  "new Blocked(block.expiresAt())",
                  "new Blocked(now.plus(differentIpsBlock))"),
              of(
                  "slot: free",
                  "a slot lets every address in",
                  "judgeSlot(slot, incoming, now);",
                  "new Free();"),
              of(
                  "slot: phone",
                  "a slot lets no phone in",
                  "incoming.channel() == Channel.PHONE ||",
                  ""),
              of(
                  "slot: its address",
                  "a slot does not let its own address in",
                  "|| incoming.sharesChannelAndIpWith(slot.holder())",
                  ""),
              of(
                  "slot: kind",
                  "another address at a slot counts as a mixed conflict",
                  "Conflict.Kind.DIFFERENT_IPS, block(slot",
                  "Conflict.Kind.MIXED, block(slot"),
              of(
                  "slot: duration",
                  "another address at a slot blocks as a phone does",
                  "block(slot, incoming, now.plus(differentIpsBlock))",
                  "block(slot, incoming, now.plus(phoneBlock))"),
              of(
                  "lease: window",
                  "the slot that a lease leaves ends with the lease",
                  "lease.reservedAt().plus(signingWindow)",
                  "lease.expiresAt()"),
              of(
                  "lease: again",
                  "F10: the same call again is no REQUEST_IN_PROGRESS",
                  "new InProgress()",
                  "new KeyReused()"),
              of(
                  "lease: its own",
                  "a start is in conflict with itself",
                  "if (incoming.token().equals(holder.token()))",
                  "if (incoming == null)"),
              of(
                  "live: window",
                  "the 409 lengthens the slot",
                  "live.expiresAt(), new Replay(live)",
                  "now.plus(signingWindow), new Replay(live)"),
              of(
                  "live: again",
                  "F10: the same call again is no replay",
                  "new Replay(live)",
                  "new InProgress()"),
              of(
                  "key: whichever",
                  "F10: a second start of the same address is a replay without a key",
                  "incoming.sharesKeyWith(holder) &&",
                  ""),
              of(
                  "key: from anywhere",
                  "F10: the same key from another address is a replay",
                  "&& incoming.sharesChannelAndIpWith(holder)",
                  ""),
              of(
                  "key: other members",
                  "the same key with other members is a replay",
                  "incoming.asksTheSameAs(holder) ? again : new KeyReused()",
                  "again"),
              of(
                  "key: same members",
                  "F10: the same call again is a reuse",
                  "incoming.asksTheSameAs(holder) ? again : new KeyReused()",
                  "new KeyReused()"),
              of(
                  "kind: mixed",
                  "/start against /start/phone is another kind",
                  "if (holder.channel() != incoming.channel())",
                  "if (incoming == null)"),
              of(
                  "kind: phone",
                  "a second phone start is a mixed conflict",
                  "case PHONE -> Conflict.Kind.PHONE;",
                  "case PHONE -> Conflict.Kind.MIXED;"),
              of(
                  "kind: same address",
                  "one address counts as two",
                  "? Conflict.Kind.SAME_IP : Conflict.Kind.DIFFERENT_IPS",
                  "? Conflict.Kind.DIFFERENT_IPS : Conflict.Kind.DIFFERENT_IPS"),
              of(
                  "kind: two addresses",
                  "two addresses count as one",
                  "? Conflict.Kind.SAME_IP : Conflict.Kind.DIFFERENT_IPS",
                  "? Conflict.Kind.SAME_IP : Conflict.Kind.SAME_IP"),
              of(
                  "same address: a block",
                  "the same address is blocked",
                  "new Guard.Slot(holder.withoutKey(), running.order(), incoming.token(),"
                      + " windowEnd)",
                  "block(running, incoming, windowEnd)"),
              of(
                  "same address: key",
                  "a killed start is replayed",
                  "new Guard.Slot(holder.withoutKey(),",
                  "new Guard.Slot(holder,"),
              of(
                  "same address: order",
                  "F7: the slot does not name the order",
                  "running.order(), incoming.token(), windowEnd",
                  "Optional.empty(), incoming.token(), windowEnd"),
              of(
                  "same address: set_by",
                  "F5: the slot is not the caller's",
                  "running.order(), incoming.token(), windowEnd",
                  "running.order(), holder.token(), windowEnd"),
              of(
                  "two addresses: duration",
                  "two addresses block as phones do",
                  "block(running, incoming, now.plus(differentIpsBlock))",
                  "block(running, incoming, now.plus(phoneBlock))"),
              of(
                  "phone: duration",
                  "phones block as two addresses do",
                  "block(running, incoming, now.plus(phoneBlock))",
                  "block(running, incoming, now.plus(differentIpsBlock))"),
              of(
                  "block: key",
                  "a killed start is replayed",
                  "new Guard.Block(over.holder().withoutKey(),",
                  "new Guard.Block(over.holder(),"),
              of(
                  "block: order",
                  "F7: the block does not name the order",
                  "over.order(), incoming.token(), until",
                  "Optional.empty(), incoming.token(), until"),
              of(
                  "block: set_by",
                  "F5: the block is not the caller's",
                  "over.order(), incoming.token(), until",
                  "over.order(), over.holder().token(), until"),
              of(
                  "block: holder",
                  "the block is the caller's in place of the killed start's",
                  "new Guard.Block(over.holder().withoutKey(),",
                  "new Guard.Block(incoming.withoutKey(),"),
              contender(
                  "sharesChannelAndIpWith: any address",
                  "every address is the same",
                  "&& endUserIp.equals(other.endUserIp)",
                  ""),
              contender(
                  "sharesKeyWith: none",
                  "two starts without a key share it",
                  "return idempotency.isPresent() &&",
                  "return"),
              contender(
                  "sharesKeyWith: another key",
                  "every key is the same",
                  """
                  && idempotency
                      .map(Idempotency::keyDigest)
                      .equals(other.idempotency.map(Idempotency::keyDigest))
                  """,
                  ""),
              contender(
                  "sharesKeyWith: another client",
                  "a key is every client's",
                  "&& client.equals(other.client)",
                  ""),
              contender(
                  "sharesKeyWith: another participant",
                  "a key is every participant's",
                  "&& participantId.equals(other.participantId)",
                  "")));

  private ConflictRulesMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, RULES, text, replacement);
  }

  private static Mutant contender(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, CONTENDER, text, replacement);
  }
}
