package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.functions.log.Faults;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pinned root at the first request. If it cannot be read, there is no time stamp, and the
 * queue asks again: a wrong setting must not fill the dead-letter queue.
 */
record DeferredTimestampAuthority(Supplier<TimestampAuthority> connected)
    implements TimestampAuthority {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredTimestampAuthority.class);

  @Override
  public Answer stamp(byte[] sha256) {
    return authority()
        .map(it -> it.stamp(sha256))
        .orElseGet(() -> new Answer.Refused(Reason.ROOT_UNREADABLE));
  }

  private Optional<TimestampAuthority> authority() {
    try {
      return Optional.of(connected.get());
    } catch (RuntimeException e) {
      LOG.error("The root of time stamps cannot be read", entry("fault", Faults.text(e)));
      return Optional.empty();
    }
  }
}
