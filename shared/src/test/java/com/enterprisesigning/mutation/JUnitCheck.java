package com.enterprisesigning.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Optional;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A class of tests.
 *
 * @param testClass without the base package; a nested class after a {@code $}
 */
public record JUnitCheck(String testClass) implements Check {
  private static final LauncherConfig ALONE =
      LauncherConfig.builder()
          .enableTestExecutionListenerAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .build();

  @Override
  public Optional<Catch> run(ClassLoader classes) {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(classes, "com.enterprisesigning." + testClass))
            .configurationParameter(StopAtFirstFailure.ASKED_FOR, "true")
            .build();
    FirstFailure failure = new FirstFailure();
    LauncherFactory.create(ALONE).execute(tests, failure);
    return failure.caught();
  }
}
