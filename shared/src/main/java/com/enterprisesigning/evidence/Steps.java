package com.enterprisesigning.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the steps of one verification, and keeps the result of each. */
final class Steps {
  private final Map<Step, VerificationStep> results = new EnumMap<>(Step.class);

  /** What is done in a step; what it yields can be asked for in later ones. */
  interface Check<T> {
    T run() throws StepFailed;
  }

  /** A {@link Check} that yields nothing. */
  interface Proof {
    void run() throws StepFailed;
  }

  /** What came of a step. */
  record Outcome<T>(Step step, Optional<T> value) {

    /** What the step yielded, for a step that rests on it. */
    T required() throws StepFailed {
      return value.orElseThrow(() -> new StepFailed("Not checked, because " + step + " failed."));
    }
  }

  <T> Outcome<T> take(Step step, Check<T> check) {
    try {
      T value = check.run();
      results.put(step, new VerificationStep(step.name(), true, Optional.empty()));
      return new Outcome<>(step, Optional.of(value));
    } catch (StepFailed e) {
      fail(step, e.getMessage());
    } catch (RuntimeException e) {
      // Parsers throw what they like at hostile input, and quote it in their messages.
      fail(step, "It is malformed: it could not be read.");
    }
    return new Outcome<>(step, Optional.empty());
  }

  Outcome<Boolean> prove(Step step, Proof proof) {
    return take(
        step,
        () -> {
          proof.run();
          return true;
        });
  }

  private void fail(Step step, String detail) {
    results.put(step, new VerificationStep(step.name(), false, Optional.of(detail)));
  }

  /** All steps in their order. */
  List<VerificationStep> results() {
    return Stream.of(Step.values()).map(results::get).toList();
  }
}
