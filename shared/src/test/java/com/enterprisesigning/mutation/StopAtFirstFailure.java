package com.enterprisesigning.mutation;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Skips the other tests after one failure, which is enough to notice a mutant. Active only on
 * request.
 */
public final class StopAtFirstFailure implements TestWatcher, ExecutionCondition {
  static final String ASKED_FOR = "junit.jupiter.extensions.autodetection.enabled";

  private volatile boolean hasFailed;

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    hasFailed = true;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return hasFailed
        ? ConditionEvaluationResult.disabled("a test has failed")
        : ConditionEvaluationResult.enabled("no test has failed");
  }
}
