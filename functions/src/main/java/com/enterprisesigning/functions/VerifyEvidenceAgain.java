package com.enterprisesigning.functions;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.signing.OrderResult;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * The operator's command to run after a signature root or the verification was corrected. It
 * verifies rejected completions again, and makes COMPLETE those that now verify (invariant 4).
 * Running it twice changes nothing. It reads the whole table.
 *
 * <pre>java -cp functions/target/functions.jar com.enterprisesigning.functions.VerifyEvidenceAgain
 * </pre>
 *
 * <p>The settings are the functions' own environment variables; the credentials are those that the
 * AWS SDK finds. The report goes to stdout, the log with its audit lines to stderr. The exit status
 * is {@link #ALL_VERIFY}, {@link #NOT_DONE} or {@link #SOME_REFUSED}.
 */
public final class VerifyEvidenceAgain {
  /** Every rejected completion verifies now, or there was none. */
  static final int ALL_VERIFY = 0;

  /**
   * A setting, a root or the table is missing. The completions that were already printed are done.
   */
  static final int NOT_DONE = 2;

  /**
   * At least one completion is still refused. The status is not 1, because the JVM uses 1 for its
   * own failures.
   */
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
   * Runs the command.
   *
   * @param args must be empty
   */
  public static void main(String[] args) {
    // Set before the first logger is created: stdout is for the report.
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
   * Verifies again, with the core that {@code wiring} makes from the settings.
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
      wiring.apply(settings).reverification().verifyRejected(this::tell);
    } catch (RuntimeException e) {
      err.println("Not all were verified. Fix the problem named here, and run the command again.");
      err.println(Faults.text(e));
      return NOT_DONE;
    }
    out.printf(
        "%d rejected: %d COMPLETE, %d still rejected, %d without a participant%n",
        complete + refused + gone, complete, refused, gone);
    return refused == 0 ? ALL_VERIFY : SOME_REFUSED;
  }

  private void tell(Evidence evidence, OrderResult settled) {
    String result =
        switch (settled) {
          case OrderResult.Signed signed -> {
            complete++;
            yield "COMPLETE";
          }
          case OrderResult.Superseded superseded -> {
            gone++;
            yield "verifies, but its participant no longer exists";
          }
          default -> {
            refused++;
            yield "still rejected by " + String.join(", ", evidence.verdict().failed());
          }
        };
    out.printf(
        "participant %s order %s: %s%n",
        evidence.participantId(), evidence.order().orderRef(), result);
  }
}
