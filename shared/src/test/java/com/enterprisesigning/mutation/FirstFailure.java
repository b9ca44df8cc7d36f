package com.enterprisesigning.mutation;

import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Records the first test that failed, and why. */
final class FirstFailure implements TestExecutionListener {
  private Optional<TestIdentifier> failed = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private boolean hasAnyRun;

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    hasAnyRun |= test.isTest();
    if (failed.isEmpty() && result.getStatus() == Status.FAILED) {
      failed = Optional.of(test);
      failure = result.getThrowable();
    }
  }

  boolean isThere() {
    return failed.isPresent();
  }

  Optional<Outcome.Caught> caught() {
    failure.ifPresent(BrokenMutant::refuse);
    if (failed.isEmpty() && !hasAnyRun) {
      throw new BrokenMutant("no test has run");
    }
    return failed.map(test -> new Outcome.Caught(name(test), message(failure)));
  }

  /** Returns the name of the method, followed by the test's display name if that says more. */
  private static String name(TestIdentifier test) {
    String method =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getMethodName())
            .orElse("");
    return test.getDisplayName().startsWith(method + "(")
        ? method
        : (method + " " + test.getDisplayName()).strip();
  }

  private static String message(Optional<Throwable> failure) {
    return failure
        .map(Throwable::toString)
        .flatMap(text -> text.lines().findFirst())
        .map(line -> line.replaceFirst("^org\\.opentest4j\\.AssertionFailedError: ", ""))
        .orElse("");
  }
}
