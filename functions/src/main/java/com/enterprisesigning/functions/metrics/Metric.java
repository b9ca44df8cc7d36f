package com.enterprisesigning.functions.metrics;

import static com.enterprisesigning.functions.metrics.Dimension.CALL;
import static com.enterprisesigning.functions.metrics.Dimension.CHANNEL;
import static com.enterprisesigning.functions.metrics.Dimension.CLIENT;
import static com.enterprisesigning.functions.metrics.Dimension.HINT;
import static com.enterprisesigning.functions.metrics.Dimension.KIND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All metrics there are, each in total and told apart by a dimension, as it is of use. */
public enum Metric {
  /** Orders that a start has made; a replay is none. */
  STARTS("Starts", Unit.COUNT, CHANNEL),
  /** Starts that ended a running order, and those that a slot turned into a block. */
  CONFLICTS("Conflicts", Unit.COUNT, KIND),
  /** Orders that BankID has ended, and how. */
  OUTCOMES("Outcomes", Unit.COUNT, Optional.of(HINT), false),
  /** Orders that BankID knew no more: a signature may have been handed out and lost. */
  ORDERS_MISSING("OrdersMissing", Unit.COUNT),
  /** Completions that verified, and were stored. */
  SIGNATURES_STORED("SignaturesStored", Unit.COUNT),
  /** Completions that were kept though they do not verify. */
  SIGNATURES_REJECTED("SignaturesRejected", Unit.COUNT),
  /** Of those stored, the ones that the follow-up has stored. */
  SIGNATURES_RESCUED("SignaturesRescued", Unit.COUNT),
  /** Completions that neither table nor queue took. */
  SIGNATURES_LOST("SignaturesLost", Unit.COUNT),
  /** Calls that were answered 500, and messages that were not followed. */
  INTERNAL_ERRORS("InternalErrors", Unit.COUNT),
  /** Blocks, by the client whose call has set them. */
  PERSONS_BLOCKED("PersonsBlocked", Unit.COUNT, CLIENT),
  /** What a call of BankID took. */
  BANKID_LATENCY("BankIdLatency", Unit.MILLISECONDS, CALL),
  /** Of each call of BankID 1 where BankID did not do it, else 0: the average is the share. */
  BANKID_ERRORS("BankIdErrors", Unit.COUNT, CALL),
  /** Whole days until BankID refuses the client certificate in use; negative once it does. */
  CERTIFICATE_DAYS_TO_EXPIRY("CertificateDaysToExpiry", Unit.COUNT),
  /** Readings of the client certificate that failed. */
  CERTIFICATE_UNREADABLE("CertificateUnreadable", Unit.COUNT);

  /** CloudWatch's units, as far as they are used. */
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
  private final Optional<Dimension> toldApartBy;
  private final boolean hasTotal;

  Metric(String cloudWatchName, Unit unit) {
    this(cloudWatchName, unit, Optional.empty(), true);
  }

  Metric(String cloudWatchName, Unit unit, Dimension toldApartBy) {
    this(cloudWatchName, unit, Optional.of(toldApartBy), true);
  }

  Metric(String cloudWatchName, Unit unit, Optional<Dimension> toldApartBy, boolean hasTotal) {
    this.cloudWatchName = cloudWatchName;
    this.unit = unit;
    this.toldApartBy = toldApartBy;
    this.hasTotal = hasTotal;
  }

  String cloudWatchName() {
    return cloudWatchName;
  }

  Unit unit() {
    return unit;
  }

  /** The sets of dimensions that it is kept under. */
  List<List<Dimension>> dimensionSets() {
    List<List<Dimension>> sets = new ArrayList<>();
    if (hasTotal) {
      sets.add(List.of(Dimension.SERVICE));
    }
    toldApartBy.ifPresent(dimension -> sets.add(List.of(Dimension.SERVICE, dimension)));
    return sets;
  }
}
