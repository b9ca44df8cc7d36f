package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Stores a completion. BankID hands it out only once, so from here on, storing it comes before
 * everything else ({@code docs/architecture.md#store}; rules F1, F2, F11).
 *
 * <p>Storing is retried until the invocation runs out of time. When the table fails for the first
 * time, the completion is also sent to the queue. The invocation and the queue then both try to
 * store it, and the second of them finds it stored.
 */
final class CompletionStorage {
  private final Signings signings;
  private final EvidenceKeeping keeping;
  private final Verification verification;
  private final FollowUpQueue queue;
  private final Timing timing;
  private final Clock clock;
  private final Pause pause;

  CompletionStorage(
      Signings signings,
      EvidenceKeeping keeping,
      Verification verification,
      FollowUpQueue queue,
      Timing timing,
      Clock clock,
      Pause pause) {
    this.signings = signings;
    this.keeping = keeping;
    this.verification = verification;
    this.queue = queue;
    this.timing = timing;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Stores a completion that BankID has just handed out, or sends it to the queue.
   *
   * @throws CompletionLost if neither the table nor the queue accepted it
   */
  EvidenceKeeping.Result store(
      PersonKey person, Order order, Completion completion, Deadline deadline) {
    return store(person, order, completion, false, deadline);
  }

  /** Stores a completion that came from the queue, or leaves it there. */
  EvidenceKeeping.Result storeQueued(
      PersonKey person, Order order, Completion completion, Deadline deadline) {
    return store(person, order, completion, true, deadline);
  }

  private EvidenceKeeping.Result store(
      PersonKey person, Order order, Completion completion, boolean fromQueue, Deadline deadline) {
    boolean isQueued = fromQueue;
    Optional<Evidence> evidence = Optional.empty();
    EvidenceKeeping.Standing standing = keeping.of(order);
    while (true) {
      try {
        if (evidence.isEmpty()) {
          evidence = Optional.of(evidence(person, order, completion));
        }
        return standing.keep(evidence.get());
      } catch (StoreUnavailable e) {
        isQueued = isQueued || isTakenByQueue(person, order, completion);
        if (!deadline.leaves(Timing.STORE)) {
          if (isQueued) {
            return EvidenceKeeping.Result.of(new OrderResult.Queued());
          }
          throw new CompletionLost(e);
        }
        pause.pause(Timing.STORE_PAUSE);
      }
    }
  }

  private boolean isTakenByQueue(PersonKey person, Order order, Completion completion) {
    try {
      queue.send(new FollowUpMessage.Store(person, order, completion), List.of(Timing.STORE_DELAY));
      return true;
    } catch (QueueUnavailable e) {
      return false;
    }
  }

  private Evidence evidence(PersonKey person, Order order, Completion completion) {
    ParticipantDetails details =
        signings
            .details(order.participantId())
            .orElseThrow(() ->
                new IllegalStateException("the participant of this completion no longer exists"));
    Instant now = clock.instant();
    SigningText text = OrderRequests.text(details);
    Verdict verdict =
        verification.verify(completion, text, details.requirement(), details.personalNumber());
    return new Evidence(
        order,
        details.processId(),
        details.client(),
        person,
        details.personalNumber(),
        text,
        details.requirement(),
        completion,
        verdict,
        verdict.producedAt().orElse(now),
        now,
        keptUntil(details, now));
  }

  /**
   * Returns the end of the retention, which is never before the table drops the process. That may
   * be years away.
   */
  private Instant keptUntil(ParticipantDetails details, Instant now) {
    Instant retained = now.plus(timing.evidenceRetention());
    Instant process = details.expiresAt().plus(Timing.PROCESS_GRACE);
    return (retained.isAfter(process) ? retained : process).truncatedTo(ChronoUnit.SECONDS);
  }
}
