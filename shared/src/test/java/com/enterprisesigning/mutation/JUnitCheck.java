package com.enterprisesigning.mutation;

import static org.junit.platform.engine.FilterResult.includedIf;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a test class. Tests whose names begin with the method that the mutant changes run first.
 * Most often one of them notices the mutant, and the others are skipped.
 *
 * @param testClass the class without the base package; a nested class comes after a {@code $}
 */
record JUnitCheck(String testClass) implements Check {
  private static final LauncherConfig ALONE =
      LauncherConfig.builder()
          .enableTestExecutionListenerAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .build();

  @Override
  public Optional<Outcome.Caught> run(Mutant mutant, ClassLoader classes) {
    Predicate<String> isAboutIt = test -> test.startsWith(mutant.method() + "_");
    FirstFailure failure = new FirstFailure();
    run(classes, isAboutIt, failure);
    if (!failure.isThere()) {
      run(classes, isAboutIt.negate(), failure);
    }
    return failure.caught();
  }

  private void run(ClassLoader classes, Predicate<String> methods, FirstFailure failure) {
    PostDiscoveryFilter chosen =
        test ->
            includedIf(
                test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> methods.test(((MethodSource) source).getMethodName()))
                    .orElse(true));
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(classes, "com.enterprisesigning." + testClass))
            .filters(chosen)
            .configurationParameter(StopAtFirstFailure.ASKED_FOR, "true")
            .build();
    LauncherFactory.create(ALONE).execute(tests, failure);
  }
}
