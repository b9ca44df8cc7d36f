package com.enterprisesigning.functions.metrics;

import static com.enterprisesigning.functions.metrics.Dimension.CALL;
import static com.enterprisesigning.functions.metrics.Dimension.CHANNEL;
import static com.enterprisesigning.functions.metrics.Dimension.CLIENT;
import static com.enterprisesigning.functions.metrics.Dimension.CODE;
import static com.enterprisesigning.functions.metrics.Dimension.FUNCTION;
import static com.enterprisesigning.functions.metrics.Dimension.HINT;
import static com.enterprisesigning.functions.metrics.Dimension.KIND;
import static com.enterprisesigning.functions.metrics.Dimension.REASON;
import static com.enterprisesigning.functions.metrics.Dimension.SERVICE;
import static com.enterprisesigning.functions.metrics.Dimension.STEP;
import static com.enterprisesigning.functions.metrics.Dimension.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All metrics: each in total, split by a dimension, or both. */
public enum Metric {
  /** Orders that a start created, not counting replays. */
  STARTS("Starts", Unit.COUNT, CHANNEL),
  /** Starts that ended a running order, and starts that turned a slot into a block. */
  CONFLICTS("Conflicts", Unit.COUNT, KIND),
  /** Orders that have ended, by how they ended. */
  OUTCOMES("Outcomes", Unit.COUNT, Optional.of(HINT), false),
  /** Orders that BankID no longer recognized: a signature may have been handed out and lost. */
  ORDERS_MISSING("OrdersMissing", Unit.COUNT),
  /** Completions that verified and were stored. */
  SIGNATURES_STORED("SignaturesStored", Unit.COUNT),
  /** Completions that were stored although they do not verify. */
  SIGNATURES_REJECTED("SignaturesRejected", Unit.COUNT),
  /** Rejected completions, by the first step that failed. */
  STEPS_FAILED("StepsFailed", Unit.COUNT, Optional.of(STEP), false),
  /** Steps that a completion did not pass, and that rejected nothing. */
  STEPS_REPORTED("StepsReported", Unit.COUNT, STEP),
  /** The stored signatures that the follow-up stored. */
  SIGNATURES_RESCUED("SignaturesRescued", Unit.COUNT),
  /** Completions that neither the table nor the queue took. */
  SIGNATURES_LOST("SignaturesLost", Unit.COUNT),
  /** Reads of evidence, or of a completion, that no longer has the digest it was stored with. */
  EVIDENCE_CHANGED("EvidenceChanged", Unit.COUNT),
  /** Evidence that an authority stamped. */
  TIME_STAMPS_STORED("TimeStampsStored", Unit.COUNT),
  /** Requests for a time stamp that brought none, by the reason. */
  TIME_STAMPS_REFUSED("TimeStampsRefused", Unit.COUNT, REASON),
  /** Evidence that gets no time stamp: the authority gave none for days. */
  TIME_STAMPS_GIVEN_UP("TimeStampsGivenUp", Unit.COUNT),
  /** Calls and messages that the table, the queue or Secrets Manager did not answer. */
  SERVICE_UNAVAILABLE("ServiceUnavailable", Unit.COUNT),
  /** Calls that were answered with 500, and messages whose follow-up failed otherwise. */
  INTERNAL_ERRORS("InternalErrors", Unit.COUNT, VERSION),
  /** Blocks, by the client whose call set them. */
  PERSONS_BLOCKED("PersonsBlocked", Unit.COUNT, CLIENT),
  /** How long a call to BankID took. */
  BANKID_LATENCY("BankIdLatency", Unit.MILLISECONDS, CALL),
  /**
   * For each call to BankID: 1 if BankID failed or did not answer, else 0. The average is the error
   * rate.
   */
  BANKID_ERRORS("BankIdErrors", Unit.COUNT, CALL),
  /** Requests that BankID refused and would refuse again. */
  BANKID_REFUSALS("BankIdRefusals", Unit.COUNT, CODE),
  /** Whole days until the client certificate in use expires; negative once it has expired. */
  CERTIFICATE_DAYS_TO_EXPIRY("CertificateDaysToExpiry", Unit.COUNT),
  /** Failed attempts to read the client certificate. */
  CERTIFICATE_UNREADABLE("CertificateUnreadable", Unit.COUNT);

  /** The CloudWatch units in use. */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String cloudWatchName;

    Unit(String cloudWatchName) {
      this.cloudWatchName = cloudWatchName;
    }

    String cloudWatchName() {
      return cloudWatchName;
    }
  }

  private final String cloudWatchName;
  private final Unit unit;
  private final Optional<Dimension> splitBy;
  private final boolean hasTotal;

  Metric(String cloudWatchName, Unit unit) {
    this(cloudWatchName, unit, Optional.empty(), true);
  }

  Metric(String cloudWatchName, Unit unit, Dimension splitBy) {
    this(cloudWatchName, unit, Optional.of(splitBy), true);
  }

  Metric(String cloudWatchName, Unit unit, Optional<Dimension> splitBy, boolean hasTotal) {
    this.cloudWatchName = cloudWatchName;
    this.unit = unit;
    this.splitBy = splitBy;
    this.hasTotal = hasTotal;
  }

  String cloudWatchName() {
    return cloudWatchName;
  }

  Unit unit() {
    return unit;
  }

  /** Returns the sets of dimensions that CloudWatch keeps the metric by. */
  List<List<Dimension>> dimensionSets() {
    List<List<Dimension>> sets = new ArrayList<>();
    if (hasTotal) {
      sets.add(List.of(SERVICE));
    }
    splitBy.ifPresent(
        by -> sets.add(by == VERSION ? List.of(SERVICE, FUNCTION, VERSION) : List.of(SERVICE, by)));
    return sets;
  }

  boolean isSplitByVersion() {
    return splitBy.equals(Optional.of(VERSION));
  }
}
