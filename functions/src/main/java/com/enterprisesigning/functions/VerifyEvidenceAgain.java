package com.enterprisesigning.functions;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.Settled;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operator's command after a signature root or the verification was corrected: verifies again
 * what was kept as rejected, and makes COMPLETE what then verifies (design section 6, invariant 4).
 * Doing it twice changes nothing. It reads the whole table.
 *
 * <pre>java -cp functions/target/functions.jar com.enterprisesigning.functions.VerifyEvidenceAgain
 * </pre>
 *
 * <p>The settings are the functions' own environment variables, the credentials those that the AWS
 * SDK finds. The report goes to stdout, the log with its audit lines to stderr. The exit status is
 * {@link #ALL_VERIFY}, {@link #NOT_DONE} or {@link #SOME_REFUSED}.
 */
public final class VerifyEvidenceAgain {
  /** Every rejected completion verifies now, or there is none. */
  static final int ALL_VERIFY = 0;

  /** A setting, a root or the table is missing; what was printed until then is done. */
  static final int NOT_DONE = 2;

  /** At least one is refused still. Not 1, by which the JVM itself tells that it failed. */
  static final int SOME_REFUSED = 3;

  private final PrintStream out;
  private final PrintStream err;
  private int complete;
  private int refused;
  private int gone;

  private VerifyEvidenceAgain(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @param args none: what is to be verified stands in the table
   */
  public static void main(String[] args) {
    // Before the first logger is made: stdout is the report's.
    System.setProperty(LogConfiguration.TARGET, "SYSTEM_ERR");
    if (args.length > 0) {
      System.err.println(
          "This command takes no arguments. Set the functions' environment variables instead.");
      System.exit(NOT_DONE);
    }
    System.exit(
        run(
            System.getenv(),
            settings -> Application.from(settings, Application.credentials(), Clock.systemUTC()),
            System.out,
            System.err));
  }

  /**
   * Verifies again by the core that {@code wiring} makes of the settings.
   *
   * @return the exit status
   */
  static int run(
      Map<String, String> environment,
      Function<Settings, Application> wiring,
      PrintStream out,
      PrintStream err) {
    return new VerifyEvidenceAgain(out, err).run(environment, wiring);
  }

  private int run(Map<String, String> environment, Function<Settings, Application> wiring) {
    Settings settings;
    try {
      settings = Settings.from(environment);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return NOT_DONE;
    }
    try {
      Application application = wiring.apply(settings);
      Deadline never = new Deadline(Instant.MAX, application.clock());
      application.reverification().apply(application.invocation(never)).verifyRejected(this::tell);
    } catch (RuntimeException e) {
      err.println(
          "The command stopped before the end. Fix the problem named here, and run it again.");
      err.println(Faults.text(e));
      return NOT_DONE;
    }
    out.printf(
        "%d rejected: %d COMPLETE, %d still rejected, %d without a participant%n",
        complete + refused + gone, complete, refused, gone);
    return refused == 0 ? ALL_VERIFY : SOME_REFUSED;
  }

  private void tell(Evidence evidence, Settled settled) {
    String result =
        switch (settled) {
          case Settled.Signed signed -> {
            complete++;
            yield "COMPLETE";
          }
          case Settled.Superseded superseded -> {
            gone++;
            yield "verifies, but its participant no longer exists";
          }
          default -> {
            refused++;
            yield "still rejected by " + failedSteps(evidence);
          }
        };
    out.printf(
        "participant %s order %s: %s%n",
        evidence.participantId(), evidence.order().orderRef(), result);
  }

  private static String failedSteps(Evidence evidence) {
    return evidence.verdict().steps().stream()
        .filter(step -> !step.passed())
        .map(VerificationStep::step)
        .collect(Collectors.joining(", "));
  }
}
