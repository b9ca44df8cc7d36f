package com.enterprisesigning.exploration;

import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of a step, and its time.
 *
 * @param answer what the port returned, if it did not throw
 */
record Reply(String step, Object answer, Optional<RuntimeException> thrown, Instant at) {

  static Reply of(Step step, Object answer, Instant at) {
    return new Reply(step.name(), answer, Optional.empty(), at);
  }

  static Reply thrown(Step step, RuntimeException thrown, Instant at) {
    return new Reply(step.name(), null, Optional.of(thrown), at);
  }

  Object replay() {
    if (thrown.isPresent()) {
      throw thrown.get();
    }
    return answer;
  }

  /** Returns a text that differs between any two replies that a caller can tell apart. */
  String text() {
    return step
        + "="
        + thrown.<Object>map(Throwable::getClass).orElseGet(this::told)
        + "@"
        + at.toEpochMilli();
  }

  private Object told() {
    return answer instanceof Optional<?> found && found.orElse(null) instanceof Evidence evidence
        ? evidence.order() + " " + evidence.storedAt()
        : answer;
  }
}
