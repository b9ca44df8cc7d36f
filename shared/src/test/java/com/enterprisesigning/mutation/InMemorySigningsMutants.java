package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the signings, processes and evidence in the table's twin. */
final class InMemorySigningsMutants {
  private static final String SIGNINGS = "store.InMemorySignings";
  private static final String PROCESSES = "store.InMemoryProcesses";
  private static final String EVIDENCES = "store.InMemoryEvidences";

  static final MutantList LIST =
      new MutantList(
          "InMemorySignings, InMemoryProcesses, InMemoryEvidences",
          new JUnitCheck("store.InMemoryTableTest"),
          List.of(
              of(
                  SIGNINGS,
                  "claim: client",
                  "another client's signing is claimed",
                  "if (signing == null || !signing.client().equals(client))",
                  "if (signing == null)"),
              of(
                  SIGNINGS,
                  "claim: due",
                  "each collect asks BankID",
                  "if (!isRunning(signing) || !isDue)",
                  "if (!isRunning(signing))"),
              of(
                  SIGNINGS,
                  "claim: running",
                  "one that runs not is claimed",
                  "if (!isRunning(signing) || !isDue)",
                  "if (!isDue)"),
              of(
                  SIGNINGS,
                  "claim: first",
                  "the first claim is lost",
                  "last -> !last.isAfter(now.minus(interval))).orElse(true)",
                  "last -> !last.isAfter(now.minus(interval))).orElse(false)"),
              of(
                  SIGNINGS,
                  "claim: the last instant",
                  "a collect as long after as the interval is lost",
                  "last -> !last.isAfter(now.minus(interval))",
                  "last -> last.isBefore(now.minus(interval))"),
              of(
                  SIGNINGS,
                  "claim: not written",
                  "nobody remembers the claim",
                  "signings.put(participantId, claimed);",
                  ""),
              of(
                  SIGNINGS,
                  "pend: running",
                  "an order that is ending pends again",
                  "carrying(participantId, token).filter(InMemorySignings::isRunning);",
                  "carrying(participantId, token);"),
              of(
                  SIGNINGS,
                  "pend: token",
                  "another attempt pends",
                  "carrying(participantId, token).filter(InMemorySignings::isRunning);",
                  "signing(participantId).filter(InMemorySignings::isRunning);"),
              of(
                  SIGNINGS,
                  "pend: missing_since stays",
                  "F4: an order that BankID knows again counts as missing",
                  "put(signing, SigningStatus.PENDING, Optional.of(hint), Optional.empty())",
                  "put(signing, SigningStatus.PENDING, Optional.of(hint),"
                      + " signing.missingSince())"),
              of(
                  SIGNINGS,
                  "fail: unsettled",
                  "F1: a signature fails",
                  "signing.status().isUnsettled() || (signing.status() == SigningStatus.FAILED",
                  "signing != null || (signing.status() == SigningStatus.FAILED"),
              of(
                  SIGNINGS,
                  "fail: running alone",
                  "one that is ending never ends",
                  "signing.status().isUnsettled() || (signing.status() == SigningStatus.FAILED",
                  "isRunning(signing) || (signing.status() == SigningStatus.FAILED"),
              of(
                  SIGNINGS,
                  "fail: lost reply",
                  "a lost reply is a refusal",
                  "|| (signing.status() == SigningStatus.FAILED"
                      + " && signing.hint().equals(Optional.of(hint)))",
                  ""),
              of(
                  SIGNINGS,
                  "fail: hint",
                  "a failure takes another hint",
                  "&& signing.hint().equals(Optional.of(hint))",
                  ""),
              of(
                  SIGNINGS,
                  "fail: token",
                  "another attempt fails",
                  "Optional<Signing> unsettled = carrying(participantId, token)",
                  "Optional<Signing> unsettled = signing(participantId)"),
              of(
                  SIGNINGS,
                  "fail: missing_since stays",
                  "a failed order counts as missing",
                  "put(signing, SigningStatus.FAILED, Optional.of(hint), Optional.empty())",
                  "put(signing, SigningStatus.FAILED, Optional.of(hint),"
                      + " signing.missingSince())"),
              of(
                  SIGNINGS,
                  "miss: token",
                  "F4: another attempt counts as missing",
                  """
                  carrying(participantId, token)
                      .filter(InMemorySignings::isRunning)
                      .filter(signing -> signing.missingSince().isEmpty())
                  """,
                  """
                  signing(participantId)
                      .filter(InMemorySignings::isRunning)
                      .filter(signing -> signing.missingSince().isEmpty())
                  """),
              of(
                  SIGNINGS,
                  "miss: running",
                  "F4: one that is ending counts as missing",
                  ".filter(InMemorySignings::isRunning)"
                      + " .filter(signing -> signing.missingSince().isEmpty())",
                  ".filter(signing -> signing.missingSince().isEmpty())"),
              of(
                  SIGNINGS,
                  "miss: first sight",
                  "F4: the grace begins at each sight",
                  ".filter(signing -> signing.missingSince().isEmpty())",
                  ""),
              of(
                  SIGNINGS,
                  "giveUp: token",
                  "F4: another attempt is given up",
                  "Optional<Signing> missing = carrying(participantId, token)",
                  "Optional<Signing> missing = signing(participantId)"),
              of(
                  SIGNINGS,
                  "giveUp: status",
                  "one that is ending is given up",
                  ".filter(signing -> isRunning(signing)"
                      + " || signing.status() == SigningStatus.COLLECT_ERROR)",
                  ""),
              of(
                  SIGNINGS,
                  "giveUp: lost reply",
                  "a lost reply is a refusal",
                  "|| signing.status() == SigningStatus.COLLECT_ERROR)",
                  ")"),
              of(
                  SIGNINGS,
                  "giveUp: since",
                  "F4: no grace is waited for",
                  ".filter(signing -> signing.missingSince().equals(Optional.of(missingSince)))",
                  ""),
              of(
                  PROCESSES,
                  "register: id taken",
                  "a process is overwritten",
                  "SigningProcess standing = processes.get(process.id());",
                  "SigningProcess standing = null;"),
              of(
                  PROCESSES,
                  "register: participant id taken",
                  "a participant is overwritten",
                  "if (participants.stream().anyMatch(",
                  "if (participants.stream().limit(0).anyMatch("),
              of(
                  PROCESSES,
                  "withdraw: made up",
                  "a process that is gone comes back",
                  "processes.computeIfPresent( process.id(), (same, standing) ->"
                      + " new SigningProcess( standing.id(),",
                  "processes.compute( process.id(), (same, gone) ->"
                      + " { SigningProcess standing = gone == null ? process : gone;"
                      + " return standing; });"
                      + " processes.computeIfPresent( process.id(), (same, standing) ->"
                      + " new SigningProcess( standing.id(),"),
              of(
                  EVIDENCES,
                  "complete: this one",
                  "a lost reply is a refusal",
                  "if (isThisOne) {",
                  "if (isThisOne && evidence == null) {"),
              of(
                  EVIDENCES,
                  "complete: whatever stands there",
                  "another attempt's status passes for this completion's",
                  "signing.status() == SigningStatus.COMPLETE && signing.order()",
                  "signing.order()"),
              of(
                  EVIDENCES,
                  "complete: whichever is COMPLETE",
                  "F11: another completion passes for this one",
                  "&& signing.order().map(Order::orderRef).equals(Optional.of(order.orderRef()));"
                      + " if (isThisOne)",
                  "; if (isThisOne)"),
              of(
                  EVIDENCES,
                  "complete: status",
                  "COMPLETE is left for another signature",
                  "if (signing.status() == SigningStatus.COMPLETE ||"
                      + " !signing.token().equals(tokenStanding))",
                  "if (!signing.token().equals(tokenStanding))"),
              of(
                  EVIDENCES,
                  "complete: token",
                  "F2: another attempt is displaced unseen",
                  "if (signing.status() == SigningStatus.COMPLETE ||"
                      + " !signing.token().equals(tokenStanding))",
                  "if (signing.status() == SigningStatus.COMPLETE)"),
              of(
                  EVIDENCES,
                  "complete: only what has not ended",
                  "F1: a signature is refused once its order counts as failed",
                  "if (signing.status() == SigningStatus.COMPLETE ||"
                      + " !signing.token().equals(tokenStanding))",
                  "if (signing.status() == SigningStatus.COMPLETE"
                      + " || signing.status() == SigningStatus.FAILED"
                      + " || !signing.token().equals(tokenStanding))"),
              of(
                  EVIDENCES,
                  "reject: again",
                  "F11: the same again is refused",
                  "if (beside.containsKey(besideKey(evidence)))",
                  "if (beside.isEmpty() && evidence == null)"),
              of(
                  EVIDENCES,
                  "reject: token",
                  "F11: a newer attempt is a COLLECT_ERROR",
                  "carrying(evidence.participantId(), evidence.order().token())",
                  "signing(evidence.participantId())"),
              of(
                  EVIDENCES,
                  "reject: complete",
                  "F11: COMPLETE is left",
                  ".filter(signing -> signing.status() != SigningStatus.COMPLETE);",
                  ";"),
              of(
                  EVIDENCES,
                  "keepBeside: overwritten",
                  "another's is overwritten",
                  "Evidence kept = beside.putIfAbsent(besideKey(evidence), evidence);",
                  "beside.put(besideKey(evidence), evidence); Evidence kept = null;"),
              of(
                  EVIDENCES,
                  "keepBeside: lost reply",
                  "a lost reply is a refusal",
                  "return kept == null || kept.storedAt().equals(evidence.storedAt());",
                  "return kept == null;"),
              of(
                  EVIDENCES,
                  "evidence: oldest",
                  "the oldest rejected one is told",
                  ".max(Comparator.comparing(Evidence::storedAt))",
                  ".min(Comparator.comparing(Evidence::storedAt))")));

  private InMemorySigningsMutants() {}

  private static Mutant of(
      String file, String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, file, text, replacement);
  }
}
