package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of what counts as a time stamp, and of when the evidence is stamped. */
final class TimeStampMutants {
  private static final String CHECK = "timestamp.TokenCheck";
  private static final String STAMPING = "signing.TimeStamping";

  static final MutantList TOKENS =
      new MutantList(
          "TokenCheck",
          new JUnitCheck("timestamp.HttpTimestampAuthorityTest"),
          List.of(
              Mutant.of(
                  "stamp: any status",
                  "a refusal passes for a time stamp",
                  CHECK,
                  "status == PKIStatus.GRANTED || status == PKIStatus.GRANTED_WITH_MODS",
                  "true"),
              Mutant.of(
                  "stamp: any digest",
                  "a time stamp of other data is kept",
                  CHECK,
                  "require(isOf(token, sha256), Reason.WRONG_IMPRINT);",
                  ""),
              Mutant.of(
                  "stamp: any algorithm",
                  "a digest by another algorithm passes for ours",
                  CHECK,
                  "TSPAlgorithms.SHA256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())"
                      + " &&",
                  ""),
              Mutant.of(
                  "stamp: any nonce",
                  "an old time stamp is kept",
                  CHECK,
                  "require(request.getNonce().equals(token.getTimeStampInfo().getNonce()),"
                      + " Reason.WRONG_NONCE);",
                  ""),
              Mutant.of(
                  "stamp: any purpose",
                  "every certificate under the root can stamp",
                  CHECK,
                  "checkPurpose(signer);",
                  ""),
              Mutant.of(
                  "stamp: at any time",
                  "a certificate stamps after its end",
                  CHECK,
                  "require(signer.isValidOn(Date.from(at)), Reason.EXPIRED);",
                  ""),
              Mutant.of(
                  "stamp: any signature",
                  "anybody can stamp",
                  CHECK,
                  "checkSignature(token, signer);",
                  ""),
              Mutant.of(
                  "stamp: any root",
                  "every authority can stamp",
                  CHECK,
                  "checkPath(token, signer, root.get(), at);",
                  ""),
              Mutant.of(
                  "stamp: SHA-1 in the path",
                  "a certificate is signed with a broken digest",
                  CHECK,
                  "require(isKnown, Reason.OTHER_ALGORITHM);",
                  ""),
              Mutant.of(
                  "stamp: any time",
                  "a time stamp says another time than now",
                  CHECK,
                  "require(off.compareTo(TOLERANCE) <= 0, Reason.WRONG_TIME);",
                  "")));

  static final MutantList EVIDENCE =
      new MutantList(
          "TimeStamping",
          new JUnitCheck("signing.TimeStampingTest"),
          List.of(
              Mutant.of(
                  "followUp: again and again",
                  "stamped evidence is stamped again",
                  STAMPING,
                  ".filter(filed -> filed.timeStamp().get().isEmpty())",
                  ""),
              Mutant.of(
                  "followUp: any order",
                  "another order's evidence is stamped",
                  STAMPING,
                  ".filter(filed -> filed.orderRef().equals(order.orderRef()))",
                  ""),
              Mutant.of(
                  "followUp: with no time left",
                  "the invocation ends while the authority is asked",
                  STAMPING,
                  "deadline.leaves(Timing.LEFT_TO_STAMP) &&",
                  ""),
              Mutant.of(
                  "followUp: told twice",
                  "a time stamp that was not stored is audited",
                  STAMPING,
                  "if (evidences.stamp(evidence, timeStamp)) {",
                  "evidences.stamp(evidence, timeStamp); {"),
              Mutant.of(
                  "followUp: gives up at once",
                  "an authority that is away is not asked again",
                  STAMPING,
                  "away.compareTo(Timing.STAMP_LIFE) < 0",
                  "away.isNegative()"),
              Mutant.of(
                  "followUp: every half minute",
                  "an authority that is away is asked thousands of times",
                  STAMPING,
                  "away.toSeconds() / 2",
                  "0")));

  private TimeStampMutants() {}
}
