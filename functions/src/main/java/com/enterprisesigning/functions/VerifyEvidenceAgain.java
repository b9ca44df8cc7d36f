package com.enterprisesigning.functions;

import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.signing.OrderResult;
import com.enterprisesigning.signing.Reverification.Verified;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * The operator's command to run after a signature root or the verification was corrected, or after
 * follow-up messages were lost. It verifies rejected completions again, and makes COMPLETE those
 * that now verify (invariant 4). It also verifies the completions that are kept without evidence,
 * and stores their evidence (rule F12). Running it twice changes nothing. It reads the whole table
 * twice.
 *
 * <pre>java -cp functions/target/functions.jar com.enterprisesigning.functions.VerifyEvidenceAgain
 * </pre>
 *
 * <p>The settings are the functions' own environment variables; the credentials are those that the
 * AWS SDK finds. The report goes to stdout, the log with its audit lines to stderr. The exit status
 * is {@link #ALL_VERIFY}, {@link #NOT_DONE} or {@link #SOME_REJECTED}.
 */
public final class VerifyEvidenceAgain {
  /** Every completion verifies now, or there was none to verify. */
  static final int ALL_VERIFY = 0;

  /**
   * A setting, a root or the table is missing, or a completion could not be verified. The
   * completions that were already printed are done.
   */
  static final int NOT_DONE = 2;

  /**
   * At least one completion is rejected. The status is not 1, because the JVM uses 1 for its own
   * failures.
   */
  static final int SOME_REJECTED = 3;

  private final PrintStream out;
  private final PrintStream err;
  private int complete;
  private int rejected;
  private int gone;
  private int notVerified;

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
      wiring.apply(settings).reverification().verify(this::tell);
    } catch (RuntimeException e) {
      err.println(Faults.text(e));
      return notDone();
    }
    out.printf(
        "%d verified: %d COMPLETE, %d rejected, %d without a participant%n",
        complete + rejected + gone, complete, rejected, gone);
    if (notVerified > 0) {
      return notDone();
    }
    return rejected == 0 ? ALL_VERIFY : SOME_REJECTED;
  }

  private int notDone() {
    err.println("Not all were verified. Fix the problem named above, and run the command again.");
    return NOT_DONE;
  }

  private void tell(Verified verified) {
    out.printf(
        "participant %s order %s: %s%s%n",
        verified.participantId(),
        verified.orderRef(),
        verified.hadEvidence() ? "" : "was kept without evidence, ",
        result(verified));
  }

  private String result(Verified verified) {
    return switch (verified.settled()) {
      case OrderResult.Signed signed -> {
        complete++;
        yield "COMPLETE";
      }
      case OrderResult.Superseded superseded when verified.failedSteps().isEmpty() -> {
        gone++;
        yield "its participant no longer exists";
      }
      case OrderResult.Kept(RuntimeException why) -> {
        notVerified++;
        err.println(Faults.text(why));
        yield "could not be verified";
      }
      default -> {
        rejected++;
        yield "rejected by " + String.join(", ", verified.failedSteps());
      }
    };
  }
}
