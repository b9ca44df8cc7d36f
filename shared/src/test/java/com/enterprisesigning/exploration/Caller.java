package com.enterprisesigning.exploration;

import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call on its way. All that its code knows is what its steps were answered and when, so running
 * the code again over these answers brings it to where it stands.
 *
 * @param begunAt absent until its first step
 * @param message what a follow-up took from the queue
 * @param trace stands for the replies: two callers of one name with the same have the same
 * @param next the step that it stands before; absent where it has not begun, or is done
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

  /** How a call came to its end. */
  sealed interface End {
    record Answered(Object answer) implements End {}

    record Failed(RuntimeException failure) implements End {}

    /** The process was killed, or the function's time was over. */
    record Died() implements End {}

    /** A follow-up that found no message due. */
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

  /** When Lambda kills it. */
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

  /** What tells it from the same call in another state. */
  void describe(StringBuilder text) {
    text.append(begunAt.map(Instant::toEpochMilli)).append(end.map(Caller::told));
    text.append(message.isPresent());
    trace.describe(text);
  }

  private static String told(End how) {
    return how.getClass().getSimpleName();
  }
}
