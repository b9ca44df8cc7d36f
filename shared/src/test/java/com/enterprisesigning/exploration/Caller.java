package com.enterprisesigning.exploration;

import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call in flight. All that its code knows is the answers to its steps and their times. Running
 * the code again on these answers therefore brings it back to the same step.
 *
 * @param begunAt absent until its first step
 * @param message the message that a follow-up took from the queue
 * @param trace stands for the replies: callers with the same name and trace have the same replies
 * @param next the step that the call makes next; absent if it has not begun or is done
 */
record Caller(
    String name,
    Call call,
    Optional<Instant> begunAt,
    Optional<FollowUpMessage> message,
    List<Reply> replies,
    Fingerprint trace,
    Optional<Step> next,
    Optional<End> end) {

  /** How a call ended. */
  sealed interface End {
    record Answered(Object answer) implements End {}

    record Failed(RuntimeException failure) implements End {}

    /** The process was killed, or the function timed out. */
    record Died() implements End {}

    /** A follow-up found no message that was due. */
    record HadNothingToDo() implements End {}
  }

  static Caller of(String name, Call call) {
    return new Caller(
        name,
        call,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Fingerprint.of(name),
        Optional.empty(),
        Optional.empty());
  }

  boolean isDone() {
    return end.isPresent();
  }

  boolean isUnderWay() {
    return begunAt.isPresent() && end.isEmpty();
  }

  /** Returns the time at which Lambda kills the call. */
  Optional<Instant> killedAt() {
    return isUnderWay()
        ? begunAt.map(begun -> begun.plus(Timing.FUNCTION_TIMEOUT))
        : Optional.empty();
  }

  boolean hasDied() {
    return end.isPresent() && end.get() instanceof End.Died;
  }

  Caller begun(Instant at, Optional<FollowUpMessage> taken) {
    return new Caller(name, call, Optional.of(at), taken, replies, trace, next, end);
  }

  Caller with(Reply reply) {
    List<Reply> longer = new ArrayList<>(replies);
    longer.add(reply);
    return new Caller(name, call, begunAt, message, longer, trace.and(reply.text()), next, end);
  }

  Caller standing(Step before) {
    return new Caller(name, call, begunAt, message, replies, trace, Optional.of(before), end);
  }

  Caller ended(End how) {
    return new Caller(
        name, call, begunAt, message, replies, trace, Optional.empty(), Optional.of(how));
  }

  /** Describes what tells this call from the same call in another state. */
  void describe(StringBuilder text) {
    text.append(begunAt.map(Instant::toEpochMilli)).append(end.map(Caller::told));
    text.append(message.isPresent());
    trace.describe(text);
  }

  private static String told(End how) {
    return how.getClass().getSimpleName();
  }
}
