package com.enterprisesigning.signing;

/** The result of a call to the core: an answer, or a refusal. */
public sealed interface Outcome<T> {

  record Answered<T>(T answer) implements Outcome<T> {}

  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  static <T> Outcome<T> answered(T answer) {
    return new Answered<>(answer);
  }

  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  static <T> Outcome<T> refused(Reason reason) {
    return new Refused<>(Refusal.of(reason));
  }
}
