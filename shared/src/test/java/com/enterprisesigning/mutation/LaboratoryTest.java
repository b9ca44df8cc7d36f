package com.enterprisesigning.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class LaboratoryTest {
  private static final Check CALLS = LaboratoryTest::violationByCalls;

  private final Laboratory laboratory = new Laboratory(Duration.ofSeconds(1));

  /** Checks that the calls are named as in the contract. */
  public static final class Calls implements Supplier<Optional<String>> {
    @Override
    public Optional<String> get() {
      return Channel.PHONE.call().equals("START_PHONE")
          ? Optional.empty()
          : Optional.of("names of calls\nasked\nanswered " + Channel.PHONE.call());
    }
  }

  @Test
  void mutant_isCaught_whenTheCheckFindsAViolation() {
    Mutant renamed = mutant("PHONE (\"START_PHONE\")", "PHONE(\"PHONE\")");

    assertEquals(
        new Outcome.Caught("names of calls", "asked\nanswered PHONE"),
        laboratory.outcome(renamed, CALLS));
  }

  @Test
  void mutant_isCaught_whenATestFails() {
    Mutant refused = Mutant.of("", "", "domain.EndUserIp", "if (QUAD.", "if (!QUAD.");

    Outcome outcome = laboratory.outcome(refused, new JUnitCheck("domain.EndUserIpTest"));

    assertInstanceOf(Outcome.Caught.class, outcome);
  }

  @Test
  void mutant_survives_whenNothingNoticesIt() {
    Mutant renamed = mutant("START(\"START\")", "START(\"BEGIN\")");

    assertEquals(new Outcome.Survived(), laboratory.outcome(renamed, CALLS));
  }

  @Test
  void mutant_isCaught_whenItDoesNotEnd() {
    Mutant endless =
        mutant("return call;", "while (!Thread.currentThread().isInterrupted()) {} return call;");

    assertEquals(
        new Outcome.Caught("the time limit", "did not end in 1 s"),
        laboratory.outcome(endless, CALLS));
  }

  @Test
  void mutant_isCaught_whenItThrows() {
    Mutant thrower = mutant("return call;", "throw new IllegalStateException(call);");

    assertEquals(
        new Outcome.Caught("an exception", "java.lang.IllegalStateException: START_PHONE"),
        laboratory.outcome(thrower, CALLS));
  }

  @Test
  void mutant_isBroken_whenItsTextDoesNotStandInTheFileOnce() {
    assertBroken("stands 0 times", mutant("START(\"BEGIN\")", ""));
    assertBroken("stands 3 times", mutant("String call", ""));
  }

  @Test
  void mutant_isBroken_whenItDoesNotCompile() {
    assertBroken("does not compile", mutant("return call;", ""));
  }

  @Test
  void mutant_isBroken_whenItsClassesDoNotFit() {
    assertBroken("cannot run", mutant("PHONE(\"", "TELEPHONE(\""));
  }

  private static Optional<Outcome.Caught> violationByCalls(Mutant mutant, ClassLoader classes)
      throws ReflectiveOperationException {
    Supplier<?> calls =
        Class.forName(Calls.class.getName(), true, classes)
            .asSubclass(Supplier.class)
            .getConstructor()
            .newInstance();
    return ((Optional<?>) calls.get()).map(Object::toString).map(Outcome.Caught::by);
  }

  private void assertBroken(String why, Mutant mutant) {
    Outcome outcome = laboratory.outcome(mutant, CALLS);

    String found = assertInstanceOf(Outcome.Broken.class, outcome).why();
    assertTrue(found.startsWith(why), found);
  }

  private static Mutant mutant(String text, String replacement) {
    return Mutant.of("", "", "domain.Channel", text, replacement);
  }
}
