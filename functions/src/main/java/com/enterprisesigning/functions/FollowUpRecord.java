package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.signing.FollowUp;
import com.enterprisesigning.signing.FollowUp.Followed;
import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.sqs.FollowUpMessages;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * One message of a batch, followed on a thread of its own, with one line in the log. No body is in
 * it.
 *
 * @param logContext of the invocation
 */
record FollowUpRecord(
    SQSEvent.SQSMessage message, FollowUp followUp, Map<String, String> logContext)
    implements Callable<Boolean> {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUpRecord.class);

  String id() {
    return message.getMessageId();
  }

  /** Follows it; true where it is to be deleted. */
  @Override
  public Boolean call() {
    MDC.setContextMap(logContext);
    MDC.put("correlation_id", id());
    FollowUpMessage read;
    try {
      read = FollowUpMessages.read(message.getBody());
    } catch (RuntimeException e) {
      LOG.error("Message unreadable", entry("fault", Faults.text(e)));
      return false;
    }
    return isFollowed(read);
  }

  private boolean isFollowed(FollowUpMessage read) {
    try {
      Followed followed = followUp.follow(read);
      Level level = followed == Followed.GIVEN_UP ? Level.WARN : Level.INFO;
      tell(level, "Message followed", read, entry("outcome", followed.name()));
      return true;
    } catch (RuntimeException e) {
      tell(Level.ERROR, "Message not followed", read, entry("fault", Faults.text(e)));
      return false;
    }
  }

  private static void tell(
      Level level, String happened, FollowUpMessage read, StructuredArgument outcome) {
    LOG.atLevel(level)
        .log(
            happened,
            entry("kind", FollowUpMessages.kind(read)),
            entry("participant", read.order().participantId().toString()),
            entry("attempt", read.order().token().toString()),
            outcome);
  }

  @Override
  public String toString() {
    return "FollowUpRecord[" + id() + "]";
  }
}
