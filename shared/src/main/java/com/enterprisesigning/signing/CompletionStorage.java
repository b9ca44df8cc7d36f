package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Stores a completion. BankID hands it out only once, so from here on, storing it comes before
 * everything else ({@code docs/architecture.md#store}; rules F1, F2, F11, F12).
 *
 * <p>The first write keeps the completion as BankID sent it, and needs nothing that is not in
 * memory. If the table does not take it, the queue does. Only then is the completion verified and
 * its evidence stored. If the call dies in between, another call finishes from what is kept.
 */
final class CompletionStorage {
  private final Signings signings;
  private final Evidences evidences;
  private final EvidenceStorage evidenceStorage;
  private final Verification verification;
  private final FollowUpQueue queue;
  private final Timing timing;
  private final Clock clock;
  private final Pause pause;

  CompletionStorage(
      Signings signings,
      Evidences evidences,
      EvidenceStorage evidenceStorage,
      Verification verification,
      FollowUpQueue queue,
      Timing timing,
      Clock clock,
      Pause pause) {
    this.signings = signings;
    this.evidences = evidences;
    this.evidenceStorage = evidenceStorage;
    this.verification = verification;
    this.queue = queue;
    this.timing = timing;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Stores a completion that BankID has just handed out, or leaves it to a later call.
   *
   * @throws CompletionLost if neither the table nor the queue accepted it
   */
  EvidenceStorage.Result store(
      PersonKey person, Order order, Completion completion, Deadline deadline) {
    return store(person, order, completion, false, deadline);
  }

  /** Stores a completion that came from the queue, or leaves it there. */
  EvidenceStorage.Result storeQueued(
      PersonKey person, Order order, Completion completion, Deadline deadline) {
    return store(person, order, completion, true, deadline);
  }

  /**
   * Verifies and stores the completion of this order that an earlier call has kept.
   *
   * @return empty if no call has kept a completion of this order
   */
  Optional<EvidenceStorage.Result> finish(Order order, Deadline deadline) {
    try {
      return evidences
          .unfinished(order.participantId(), order.orderRef())
          .map(kept -> finish(kept, deadline));
    } catch (DigestMismatch e) {
      return Optional.of(kept(e));
    }
  }

  /**
   * Offers the completion to the table until the invocation runs out of time. When the table fails
   * for the first time, the queue takes the completion too.
   */
  private EvidenceStorage.Result store(
      PersonKey person, Order order, Completion completion, boolean fromQueue, Deadline deadline) {
    Instant now = clock.instant();
    HandedOut handedOut =
        new HandedOut(person, order, completion, now, now.plus(timing.evidenceRetention()));
    boolean isQueued = fromQueue;
    while (true) {
      try {
        return finish(evidences.keep(handedOut), deadline);
      } catch (DigestMismatch e) {
        return kept(e);
      } catch (StoreUnavailable e) {
        isQueued = isQueued || isTakenByQueue(handedOut);
        boolean isFutile = isQueued && e instanceof StoreRefused;
        if (isFutile || !deadline.leaves(Timing.STORE)) {
          if (isQueued) {
            return kept(e);
          }
          throw new CompletionLost(order, e);
        }
        pause.pause(Timing.STORE_PAUSE);
      }
    }
  }

  private boolean isTakenByQueue(HandedOut handedOut) {
    try {
      queue.send(
          new FollowUpMessage.Store(handedOut.person(), handedOut.order(), handedOut.completion()),
          List.of(Timing.STORE_DELAY));
      return true;
    } catch (QueueUnavailable e) {
      return false;
    }
  }

  /**
   * Verifies a kept completion and stores its evidence, or leaves that to a later call. The
   * completion is safe, so nothing that goes wrong here may stop the call: another participant's
   * start may be waiting for this order.
   */
  private EvidenceStorage.Result finish(HandedOut handedOut, Deadline deadline) {
    Optional<Evidence> evidence = Optional.empty();
    EvidenceStorage.Standing standing = evidenceStorage.of(handedOut.order());
    while (true) {
      try {
        if (evidence.isEmpty()) {
          evidence = Optional.of(evidence(handedOut));
        }
        return standing.store(evidence.get());
      } catch (StoreRefused e) {
        return kept(e);
      } catch (StoreUnavailable e) {
        if (!deadline.leaves(Timing.STORE)) {
          return kept(e);
        }
        pause.pause(Timing.STORE_PAUSE);
      } catch (RuntimeException e) {
        return kept(e);
      }
    }
  }

  private static EvidenceStorage.Result kept(RuntimeException why) {
    return EvidenceStorage.Result.of(new OrderResult.Kept(why));
  }

  private Evidence evidence(HandedOut handedOut) {
    Order order = handedOut.order();
    ParticipantDetails details =
        signings
            .details(order.participantId())
            .orElseThrow(() ->
                new IllegalStateException("the participant of this completion no longer exists"));
    Instant keptUntil = keptUntil(handedOut, details);
    if (keptUntil.isAfter(handedOut.keptUntil())) {
      evidences.keepUntil(order.participantId(), order.orderRef(), keptUntil);
    }
    Instant now = clock.instant();
    SigningText text = OrderRequests.text(details);
    Verdict verdict =
        verification.verify(
            handedOut.completion(), text, details.requirement(), details.personalNumber());
    return new Evidence(
        order,
        details.processId(),
        details.client(),
        handedOut.person(),
        details.personalNumber(),
        text,
        details.requirement(),
        handedOut.completion(),
        verdict,
        verdict.producedAt().orElse(now),
        now,
        keptUntil);
  }

  /**
   * Returns the end of the retention, which is never before the table drops the process. That may
   * be years away.
   */
  private static Instant keptUntil(HandedOut handedOut, ParticipantDetails details) {
    Instant process = details.expiresAt().plus(Timing.PROCESS_GRACE);
    Instant retained = handedOut.keptUntil();
    return (retained.isAfter(process) ? retained : process).truncatedTo(ChronoUnit.SECONDS);
  }
}
