package com.enterprisesigning.mutation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Mutants of the protocols. Each lacks one of the rules F1 to F12 ({@code
 * docs/architecture.md#the-rules-f1-to-f12}), or something else that keeps signatures and persons
 * apart. Each is caught by exploring a scenario.
 */
final class ProtocolMutants {
  private static final String GUARDS = "store.InMemoryGuards";
  private static final String EVIDENCES = "store.InMemoryEvidences";
  private static final String SETTLEMENT = "signing.Settlement";
  private static final String START = "signing.Start";

  private record Explored(String scenario, Mutant mutant) {}

  private static final List<Explored> MUTANTS =
      List.of(
          in(
              "SLOT_WITH_A_RUNNING_LOSER/CANCEL:P1+CANCEL:P1/1",
              new Mutant(
                  "F1: only a live order",
                  "a completion of an order that has ended is not stored in its place",
                  List.of(
                      new Edit(
                          "signing.EvidenceStorage",
                          "when signing.status() == SigningStatus.COMPLETE ->",
                          "when !signing.status().isUnsettled() ->"),
                      new Edit(
                          EVIDENCES,
                          "if (signing.status() == SigningStatus.COMPLETE ||",
                          "if (signing.status() == SigningStatus.COMPLETE"
                              + " || signing.status() == SigningStatus.FAILED ||")))),
          in(
              "SLOT_WITH_A_RUNNING_LOSER/START_A:P1+START_B:P1/1",
              Mutant.of(
                  "F2: displaces",
                  "a completion that comes late is kept beside a newer attempt",
                  "signing.EvidenceStorage",
                  "token = signing.token(); newer = signing.order();",
                  "return beside(evidence, new OrderResult.Superseded());")),
          in(
              "SLOT_WITH_A_RUNNING_LOSER/START_A:P1+START_B:P1/1",
              Mutant.of(
                  "F2: ends the displaced",
                  "the newer order that a completion takes the place of runs on",
                  SETTLEMENT,
                  "result.displaced().ifPresent(newer -> endDisplaced(person, newer));",
                  "")),
          in(
              "SLOT_WITH_A_RUNNING_LOSER/START_A:P1+START_B:P1/1",
              Mutant.of(
                  "F3: the token read",
                  "a start is activated over a signing that has moved",
                  GUARDS,
                  "boolean signingIsAsRead = signing.token().equals(tokenRead)"
                      + " && signing.status() != SigningStatus.COMPLETE && !signing.withdrawn();",
                  "boolean signingIsAsRead = !signing.withdrawn();")),
          in(
              "SIGNED/COLLECT:P1+CANCEL:P1/1",
              Mutant.of(
                  "F4: the grace",
                  "an order that BankID does not know is given up at once",
                  SETTLEMENT,
                  "if (now.isBefore(believedFrom)) { return new OrderResult.Missing(believedFrom); }",
                  "")),
          in(
              "LIVE_START/START_A:P1+START_B:P1/1",
              Mutant.of(
                  "F5: set_by",
                  "a conflict whose reply was lost is recorded again",
                  GUARDS,
                  "if (setter.equals(setBy.get(person))) { return new Recorded.Done(); }",
                  "")),
          in(
              "LIVE_START/START_B:P1+COLLECT:P1/1",
              Mutant.of(
                  "F6: ENDING",
                  "the loser's signing is not ENDING with the conflict",
                  GUARDS,
                  "signings.put(loser, SigningStatus.ENDING, loser.hint(), loser.missingSince());",
                  "")),
          in(
              "SLOT_WITH_A_RUNNING_LOSER/START_A:P1+COLLECT:P1/1",
              Mutant.of(
                  "F7: ends before",
                  "whoever takes a guard ends no order that was left unended",
                  START,
                  "switch (endUnfinished(participant, contender, before, deadline)) {",
                  "switch ((UnfinishedOrders.Result) new UnfinishedOrders.Ended()) {")),
          in(
              "NOTHING/PHONE:P1+PHONE:P1/0",
              Mutant.of(
                  "F8: ends its own",
                  "a start that was not activated leaves its order running",
                  "signing.Activation",
                  "private Outcome<Signing> overtaken(PersonKey person, Contender contender,"
                      + " Attempt attempt, Deadline deadline) {"
                      + " endOwn(person, contender, attempt, deadline);",
                  "private Outcome<Signing> overtaken(PersonKey person, Contender contender,"
                      + " Attempt attempt, Deadline deadline) {")),
          in(
              "SIGNED_LATE/COLLECT:P1+FOLLOW_UP/1",
              Mutant.of(
                  "F9: comes again",
                  "a message is deleted though BankID did not answer",
                  "signing.FollowUp",
                  "? stampSettled(person, order, createdAt, deadline)"
                      + " : again(message, order, createdAt); case FollowUpMessage.End",
                  "? stampSettled(person, order, createdAt, deadline)"
                      + " : Followed.GIVEN_UP; case FollowUpMessage.End")),
          in(
              "NOTHING/START_KEYED:P1+START_KEYED:P1/0",
              Mutant.of(
                  "F10: the same call again",
                  "a network retry is a conflict",
                  "conflict.ConflictRules",
                  "if (incoming.sharesKeyWith(holder) && incoming.sharesChannelAndIpWith(holder)) {",
                  "if (incoming == holder) {")),
          in(
              "SIGNED/COLLECT:P1+START_A:P1/does-not-verify/0",
              Mutant.of(
                  "F11: only what verifies",
                  "a rejected completion is written as evidence",
                  "signing.EvidenceStorage",
                  "return evidence.verdict().isVerified() ? complete(evidence) : reject(evidence);",
                  "return complete(evidence);")),
          in(
              "SLOT_WITH_A_RUNNING_LOSER/START_A:P1+START_B:P1/does-not-verify/1",
              Mutant.of(
                  "F11: its own token",
                  "a rejected completion makes an error of a newer attempt",
                  EVIDENCES,
                  "Optional<Signing> standing = signings.carrying(evidence.participantId(),"
                      + " evidence.order().token())",
                  "Optional<Signing> standing = signings.signing(evidence.participantId())")),
          in(
              "NOTHING/START_A:P1+START_B:P1/0",
              new Mutant(
                  "a lock in memory",
                  "one start at a time in a process, in place of the condition",
                  List.of(
                      new Edit(START, "private Round round(", "private synchronized Round round("),
                      new Edit(
                          GUARDS,
                          "if (before.isPresent() && !lets(before.get(), contender, now)) {"
                              + " return new Reserved.Held(before.get()); }",
                          "")))),
          in(
              "LIVE_START_OF_THE_OTHER/START_B:P1+CANCEL:P2/0",
              Mutant.of(
                  "freed by key alone",
                  "whose order has ended frees whatever guard stands",
                  GUARDS,
                  "if (frees) { free(person); }",
                  "free(person);")),
          in(
              "REFUSED_AND_NOT_HEARD_OF/START_A:P1+START_B:P1/0",
              Mutant.of(
                  "order freed by key alone",
                  "an order that has ended frees the guard of another",
                  GUARDS,
                  "if (guards.get(person) instanceof Guard.Live live && live.running().equals(order))"
                      + " { free(person); }",
                  "free(person);")),
          in(
              "LIVE_START/START_B:P1+CANCEL:P1/0",
              Mutant.of(
                  "cancel: a block set meanwhile",
                  "a cancel answers 204 in a block",
                  "signing.Cancel",
                  ".flatMap(standing -> free(signing)) .flatMap(this::blocked)",
                  ".flatMap(standing -> free(signing)).filter(stands -> false)"
                      + ".flatMap(this::blocked)")),
          in(
              "SLOT_OF_THE_OTHER/START_A:P1+START_A:P1+CANCEL:P1/0",
              Mutant.of(
                  "cancel: another's order",
                  "a cancel leaves its slot where it names another's order",
                  "signing.Cancel",
                  "guards.endSlot(signing.personKey(), slot, clock.instant());",
                  "")),
          in(
              "LIVE_KEYED_START/START_B:P1+START_KEYED:P1/1",
              Mutant.of(
                  "replay: frees the slot",
                  "a replay that meets an ended order leaves no slot for it",
                  SETTLEMENT,
                  "if (ended.status() == SigningStatus.FAILED) {",
                  "if (ended.status() == SigningStatus.CREATED) {")),
          in(
              "SIGNED/COLLECT:P1+COLLECT:P1/1",
              Mutant.of(
                  "store: the queue too",
                  "a completion that the table refuses is in one hand alone",
                  "signing.CompletionStorage",
                  "isQueued = isQueued || isTakenByQueue(handedOut);",
                  "isQueued = true;")),
          in(
              "SIGNED/COLLECT:P1+COLLECT:P1/1",
              Mutant.of(
                  "F12: keeps first",
                  "F12: a completion is verified before it is kept",
                  "signing.CompletionStorage",
                  "boolean isQueued = fromQueue;",
                  "evidence(handedOut); boolean isQueued = fromQueue;")),
          in(
              "SIGNED/COLLECT:P1+COLLECT:P1/1",
              Mutant.of(
                  "F12: finishes",
                  "F12: nobody finishes what a call that died has kept",
                  "signing.CompletionStorage",
                  ".map(kept -> finish(kept, deadline));",
                  ".filter(kept -> false).map(kept -> finish(kept, deadline));")),
          in(
              "SLOT_WITH_A_RUNNING_LOSER/CANCEL:P1+CANCEL:P1/2",
              Mutant.of(
                  "F12: finishes what counts as unsigned",
                  "F12: the follow-up does not look for a completion of a failed order",
                  "signing.FollowUp",
                  "case FAILED, COLLECT_ERROR -> isFinished(person, order, deadline);",
                  "case FAILED, COLLECT_ERROR -> true;")),
          in(
              "NOTHING/START_A:P1+COLLECT:P1/1",
              Mutant.of(
                  "follow-up: sent",
                  "no message is sent for an order",
                  "signing.Activation",
                  "queue.send(new FollowUpMessage.Settle(person, order, startedAt),"
                      + " timing.followUp());",
                  "queue.send(new FollowUpMessage.Settle(person, order, startedAt),"
                      + " List.of());")));

  private ProtocolMutants() {}

  /** Returns one list for each scenario. */
  static Stream<MutantList> lists() {
    return MUTANTS.stream()
        .map(Explored::scenario)
        .distinct()
        .map(scenario ->
            new MutantList(
                "protocols",
                new ExplorationCheck(scenario),
                MUTANTS.stream()
                    .filter(explored -> explored.scenario().equals(scenario))
                    .map(Explored::mutant)
                    .toList()));
  }

  private static Explored in(String scenario, Mutant mutant) {
    return new Explored(scenario, mutant);
  }
}
