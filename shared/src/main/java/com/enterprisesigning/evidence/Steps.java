package com.enterprisesigning.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the steps of one verification, and keeps the result of each. */
final class Steps {
  private final Map<Step, VerificationStep> results = new EnumMap<>(Step.class);
  private final Set<Step> reporting;

  /**
   * @param reporting the steps whose failure rejects nothing
   */
  Steps(Set<Step> reporting) {
    this.reporting = reporting;
  }

  /** The work of a step; later steps can ask for its value. */
  interface Check<T> {
    T run() throws StepFailed;
  }

  /** A {@link Check} without a value. */
  interface Proof {
    void run() throws StepFailed;
  }

  record Outcome<T>(Step step, Optional<T> value) {

    /** Returns the step's value, for a step that depends on it. */
    T required() throws StepFailed {
      return value.orElseThrow(() ->
          new StepFailed("Not checked, because " + step + " failed.", StepFailed.Effect.REJECTED));
    }
  }

  <T> Outcome<T> take(Step step, Check<T> check) {
    try {
      T value = check.run();
      results.put(step, new VerificationStep(step.name(), true, Optional.empty()));
      return new Outcome<>(step, Optional.of(value));
    } catch (StepFailed e) {
      put(step, result(step, e.effect()), e.getMessage());
    } catch (RuntimeException e) {
      // A parser may throw anything if its input is hostile, and may quote the input.
      put(
          step,
          result(step, StepFailed.Effect.AS_THE_STEP),
          "The data is malformed and could not be read.");
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

  private VerificationStep.Result result(Step step, StepFailed.Effect effect) {
    return switch (effect) {
      case AS_THE_STEP ->
          reporting.contains(step)
              ? VerificationStep.Result.REPORTED
              : VerificationStep.Result.FAILED;
      case REJECTED -> VerificationStep.Result.FAILED;
      case REPORTED -> VerificationStep.Result.REPORTED;
    };
  }

  private void put(Step step, VerificationStep.Result result, String detail) {
    results.put(step, new VerificationStep(step.name(), result, Optional.of(detail)));
  }

  /** Returns the results of all steps in order. */
  List<VerificationStep> results() {
    return Stream.of(Step.values()).map(results::get).toList();
  }
}
