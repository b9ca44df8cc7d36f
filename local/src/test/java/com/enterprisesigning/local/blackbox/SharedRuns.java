package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test the {@link Runs}, which end after the last test. After each class it checks that
 * no run has printed a secret.
 */
final class SharedRuns implements ParameterResolver, AfterAllCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Runs.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return runs(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    // Without a printed line and a known secret, the check below would pass without checking
    // anything.
    assertTrue(runs(context).first().printed().size() > 0, "the first run has printed nothing");
    assertTrue(runs(context).wire().secrets().count() > 0, "no secret is known");
    assertEquals(List.of(), runs(context).leaks(), "lines that hold a secret");
  }

  private static Runs runs(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedRuns.class))
        .getOrComputeIfAbsent(
            Runs.class,
            type -> {
              try {
                return new Runs();
              } catch (Exception e) {
                throw new IllegalStateException("the local runs do not start", e);
              }
            },
            Runs.class);
  }
}
