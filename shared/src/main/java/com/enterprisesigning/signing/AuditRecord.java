package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.evidence.Assessment;
import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision and whom it concerns, for auditors and for fraud investigations ({@code
 * docs/audit.md#the-lines}). It contains no personal number, no BankID token and no signature.
 *
 * @param outcome in UPPER_SNAKE; see {@link Kind}
 * @param until when the block ends or the caller may retry, if known
 * @param failedSteps the verification steps that rejected a completion
 * @param reportedSteps the verification steps that a completion did not pass, and that reject
 *     nothing
 * @param risk how risky BankID found a completed order
 */
public record AuditRecord(
    Kind kind,
    Subject subject,
    String outcome,
    Optional<Instant> until,
    List<String> failedSteps,
    List<String> reportedSteps,
    Optional<String> risk) {
  private static final String STARTED = "STARTED";
  private static final String REJECTED = "REJECTED";
  private static final String STAMPED = "STAMPED";

  /** What was requested. Each value lists its outcomes. */
  public enum Kind {
    /** STARTED, REPLAYED, a {@link Refusal.Cause}, or else a {@link Reason}. */
    START,
    /** CANCELLED, or the reason why not. */
    CANCEL,
    /**
     * COMPLETE, or REJECTED by its verification. There is one decision for each completion that is
     * kept, and one more if a rejected completion verifies later.
     */
    COMPLETION,
    /** READ, or the reason why not. */
    EVIDENCE_READ,
    /** REGISTERED, REPLAYED if the same registration already existed, or the reason why not. */
    REGISTRATION,
    /**
     * WITHDRAWN, or the reason why not. If the {@link Reason} is one of BankID's or {@code
     * SERVICE_UNAVAILABLE}, the process is withdrawn anyway. One of its orders may run on until the
     * call is repeated or the order ends.
     */
    WITHDRAWAL,
    /** STAMPED, or GIVEN_UP if the authority gave no time stamp for {@link Timing#STAMP_LIFE}. */
    TIME_STAMP
  }

  /**
   * Whom a decision concerns, as far as known.
   *
   * @param client the caller; for a completion, the client that owns the participant
   * @param attempt the token of the start
   */
  public record Subject(
      String client,
      Optional<UUID> processId,
      Optional<UUID> participantId,
      Optional<PersonKey> person,
      Optional<UUID> attempt,
      Optional<Channel> channel,
      Optional<EndUserIp> endUserIp) {

    static Subject process(String client, UUID processId) {
      return process(client, Optional.of(processId));
    }

    static Subject registration(RegistrationRequest request, Outcome<ProcessView> outcome) {
      return process(
          request.client(),
          outcome instanceof Outcome.Answered<ProcessView>(ProcessView view)
              ? Optional.of(view.process().id())
              : Optional.empty());
    }

    private static Subject process(String client, Optional<UUID> processId) {
      return new Subject(
          client,
          processId,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static Subject participant(String client, UUID participantId) {
      return new Subject(
          client,
          Optional.empty(),
          Optional.of(participantId),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static Subject start(StartRequest request, Optional<ParticipantDetails> details, UUID attempt) {
      return new Subject(
          request.client(),
          details.map(ParticipantDetails::processId),
          Optional.of(request.participantId()),
          details.map(ParticipantDetails::personKey),
          Optional.of(attempt),
          Optional.of(request.channel()),
          request.endUserIp());
    }

    static Subject signing(Signing signing) {
      return new Subject(
          signing.client(),
          Optional.of(signing.processId()),
          Optional.of(signing.participantId()),
          Optional.of(signing.personKey()),
          signing.token(),
          signing.attempt().map(Attempt::channel),
          signing.attempt().flatMap(Attempt::endUserIp));
    }

    static Subject evidence(Evidence evidence) {
      return new Subject(
          evidence.client(),
          Optional.of(evidence.processId()),
          Optional.of(evidence.participantId()),
          Optional.of(evidence.person()),
          Optional.of(evidence.order().token()),
          Optional.of(evidence.order().channel()),
          evidence.order().endUserIp());
    }
  }

  public AuditRecord {
    failedSteps = List.copyOf(failedSteps);
    reportedSteps = List.copyOf(reportedSteps);
  }

  /** A decision that is not about a completion. */
  public AuditRecord(Kind kind, Subject subject, String outcome, Optional<Instant> until) {
    this(kind, subject, outcome, until, List.of(), List.of(), Optional.empty());
  }

  /** Returns whether this is a start that created an order. A replay does not create one. */
  public boolean isStarted() {
    return kind == Kind.START && outcome.equals(STARTED);
  }

  /**
   * Returns the cause of a refusal as {@link Reason#RFA4_SIGNING_IN_PROGRESS}; empty for any other
   * outcome.
   */
  public Optional<Refusal.Cause> cause() {
    return Arrays.stream(Refusal.Cause.values())
        .filter(cause -> cause.name().equals(outcome))
        .findAny();
  }

  /** Returns whether this is a completion that does not verify. */
  public boolean isRejected() {
    return kind == Kind.COMPLETION && outcome.equals(REJECTED);
  }

  /** Returns whether this is evidence that was stamped, and not one that was given up. */
  public boolean isStamped() {
    return kind == Kind.TIME_STAMP && outcome.equals(STAMPED);
  }

  /**
   * Returns the decision for the outcome of a call.
   *
   * @param done the outcome's name if the call was not refused
   */
  static AuditRecord of(Kind kind, Subject subject, Outcome<?> outcome, String done) {
    return switch (outcome) {
      case Outcome.Answered<?> answered -> new AuditRecord(kind, subject, done, Optional.empty());
      case Outcome.Refused<?>(Refusal refusal) ->
          new AuditRecord(kind, subject, name(refusal), refusal.retryAt());
    };
  }

  static AuditRecord completion(Evidence evidence) {
    return new AuditRecord(
        Kind.COMPLETION,
        Subject.evidence(evidence),
        evidence.verdict().isVerified() ? "COMPLETE" : REJECTED,
        Optional.empty(),
        evidence.verdict().failed(),
        evidence.verdict().reported(),
        Assessment.of(evidence.completion()).risk());
  }

  static AuditRecord timeStamp(Evidence evidence, boolean isStamped) {
    return new AuditRecord(
        Kind.TIME_STAMP,
        Subject.evidence(evidence),
        isStamped ? STAMPED : "GIVEN_UP",
        Optional.empty());
  }

  private static String name(Refusal refusal) {
    return refusal.cause().map(Enum::name).orElse(refusal.reason().name());
  }
}
