package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Stores a completion. BankID hands it out once, so from here on nothing matters but storing it
 * (design section 5, store; rules F1, F2, F11).
 */
final class CompletionStorage {
  /** How long a completion is offered to a table that does not take it. */
  private static final Duration INSISTENCE = Duration.ofSeconds(8);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Signings signings;
  private final Evidences evidences;
  private final Verification verification;
  private final Timing timing;
  private final Clock clock;
  private final Pause pause;

  CompletionStorage(
      Signings signings,
      Evidences evidences,
      Verification verification,
      Timing timing,
      Clock clock,
      Pause pause) {
    this.signings = signings;
    this.evidences = evidences;
    this.verification = verification;
    this.timing = timing;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * What storing a completion came to.
   *
   * @param displaced the newer order that the completion took the place of, which must be ended
   */
  record Result(Settled settled, Optional<Order> displaced) {}

  Result store(Order order, Completion completion) {
    Instant until = clock.instant().plus(INSISTENCE);
    Optional<ParticipantDetails> details =
        insisting(until, () -> signings.details(order.participantId()));
    Evidence evidence =
        evidence(
            order,
            completion,
            details.orElseThrow(
                () -> new IllegalStateException("a completion of a participant that is gone")));
    return evidence.verdict().isVerified()
        ? complete(order, evidence, keptUntil(details.orElseThrow(), evidence), until)
        : reject(order, evidence, keptUntil(details.orElseThrow(), evidence), until);
  }

  /** No shorter than the process itself is kept, which may have years to go. */
  private Instant keptUntil(ParticipantDetails details, Evidence evidence) {
    Instant retained = evidence.storedAt().plus(timing.evidenceRetention());
    Instant process = details.expiresAt().plus(Timing.PROCESS_GRACE);
    return retained.isAfter(process) ? retained : process;
  }

  private Evidence evidence(Order order, Completion completion, ParticipantDetails details) {
    Instant now = clock.instant();
    SigningText text = Binding.bound(details);
    Verdict verdict = verification.verify(completion, text, details.personalNumber());
    return new Evidence(
        details.participantId(),
        details.processId(),
        details.client(),
        order.channel(),
        order.endUserIp(),
        text,
        completion,
        verdict,
        verdict.producedAt().orElse(now),
        now);
  }

  /** Each turn of the loop has learnt which attempt stands in the way; only COMPLETE is final. */
  private Result complete(Order order, Evidence evidence, Instant keptUntil, Instant until) {
    Optional<UUID> standing = Optional.of(order.token());
    Optional<Order> newer = Optional.empty();
    while (true) {
      Optional<UUID> carried = standing;
      switch (insisting(until, () -> evidences.complete(evidence, order, carried, keptUntil))) {
        case Evidences.Stored.Done() -> {
          return new Result(new Settled.Signed(evidence.signedAt()), newer);
        }
        case Evidences.Stored.Refused(Signing signing)
            when signing.status() == SigningStatus.COMPLETE -> {
          keepBeside(evidence, keptUntil, until);
          Instant signedAt = signing.signedAt().orElse(evidence.signedAt());
          return new Result(new Settled.Signed(signedAt), Optional.empty());
        }
        case Evidences.Stored.Refused(Signing signing) -> {
          standing = signing.token();
          newer = signing.order();
        }
      }
    }
  }

  private Result reject(Order order, Evidence evidence, Instant keptUntil, Instant until) {
    if (insisting(until, () -> evidences.reject(evidence, order.token(), keptUntil))) {
      return new Result(new Settled.Errored(), Optional.empty());
    }
    keepBeside(evidence, keptUntil, until);
    return new Result(new Settled.Superseded(), Optional.empty());
  }

  private void keepBeside(Evidence evidence, Instant keptUntil, Instant until) {
    insisting(
        until,
        () -> {
          evidences.keepBeside(evidence, keptUntil);
          return evidence;
        });
  }

  private <T> T insisting(Instant until, Supplier<T> step) {
    while (true) {
      try {
        return step.get();
      } catch (StoreUnavailable e) {
        if (!clock.instant().isBefore(until)) {
          throw e;
        }
        pause.pause(PAUSE);
      }
    }
  }
}
