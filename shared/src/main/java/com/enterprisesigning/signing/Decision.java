package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.VerificationStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was decided about whom, for an auditor and for whoever looks for fraud (design section 11,
 * audit). No personal number, token of BankID or signature is in it.
 *
 * @param outcome UPPER_SNAKE: see {@link Kind}
 * @param until the end of the block, or when the caller may try again, where one is known
 * @param failedSteps the verification steps that refused a completion
 */
public record Decision(
    Kind kind, Subject subject, String outcome, Optional<Instant> until, List<String> failedSteps) {
  private static final String STARTED = "STARTED";
  private static final String REJECTED = "REJECTED";

  /** What was asked, and what came of it. */
  public enum Kind {
    /** STARTED, REPLAYED, a {@link Refusal.Cause}, or else a {@link Reason}. */
    START,
    /** CANCELLED, or why not. */
    CANCEL,
    /**
     * COMPLETE, or REJECTED by its verification. One for each completion that is kept, and one more
     * where a rejected one verifies later.
     */
    COMPLETION,
    /** READ, or why not. */
    EVIDENCE_READ,
    /** REGISTERED, REPLAYED where the same registration stood already, or why not. */
    REGISTRATION,
    /**
     * WITHDRAWN, or why not. With a {@link Reason} of BankID's the process is withdrawn all the
     * same, and an order of it may run on until the call is repeated or the order ends.
     */
    WITHDRAWAL
  }

  /**
   * Whom it is about, as far as it is known.
   *
   * @param client who called; of a completion, whose participant it is
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

  public Decision {
    failedSteps = List.copyOf(failedSteps);
  }

  /** Whether it is a start that made an order; a replay is none. */
  public boolean isStarted() {
    return kind == Kind.START && outcome.equals(STARTED);
  }

  /** What a call met that was refused as {@link Reason#RFA4_SIGNING_IN_PROGRESS}. */
  public Optional<Refusal.Cause> cause() {
    return Arrays.stream(Refusal.Cause.values())
        .filter(cause -> cause.name().equals(outcome))
        .findAny();
  }

  /** Whether it is a completion that does not verify. */
  public boolean isRejected() {
    return kind == Kind.COMPLETION && outcome.equals(REJECTED);
  }

  /**
   * What a call came to.
   *
   * @param done what it is called where the call was answered
   */
  static Decision of(Kind kind, Subject subject, Outcome<?> outcome, String done) {
    return switch (outcome) {
      case Outcome.Answered<?> answered ->
          new Decision(kind, subject, done, Optional.empty(), List.of());
      case Outcome.Refused<?>(Refusal refusal) ->
          new Decision(kind, subject, name(refusal), refusal.retryAt(), List.of());
    };
  }

  static Decision completion(Evidence evidence) {
    return new Decision(
        Kind.COMPLETION,
        Subject.evidence(evidence),
        evidence.verdict().isVerified() ? "COMPLETE" : REJECTED,
        Optional.empty(),
        evidence.verdict().steps().stream()
            .filter(step -> !step.passed())
            .map(VerificationStep::step)
            .toList());
  }

  private static String name(Refusal refusal) {
    return refusal.cause().map(Enum::name).orElse(refusal.reason().name());
  }
}
