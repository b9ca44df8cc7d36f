package com.enterprisesigning.functions.snapshot;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.secrets.SecretDenied;
import com.enterprisesigning.signing.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the rights of a new role. IAM is eventually consistent, and a stack's first deployment
 * starts each function seconds after its role was created.
 */
public record NewRights(Clock clock, Pause pause) {
  /** Lambda gives a function 130 seconds to start before a snapshot, and 10 seconds otherwise. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  static final Duration BETWEEN = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(NewRights.class);

  /**
   * Runs a step, and repeats it while it is denied.
   *
   * @throws SecretDenied if it is still denied after {@link #LIMIT}
   */
  void await(Runnable step) {
    Instant end = clock.instant().plus(LIMIT);
    while (true) {
      try {
        step.run();
        return;
      } catch (SecretDenied e) {
        if (clock.instant().plus(BETWEEN).isAfter(end)) {
          throw e;
        }
        LOG.warn("Secret denied, tried again", entry("fault", Faults.text(e)));
        pause.pause(BETWEEN);
      }
    }
  }
}
