package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.functions.metrics.Measures;
import com.enterprisesigning.functions.metrics.Metric;
import com.enterprisesigning.signing.CompletionLost;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.FollowUp.Followed;
import com.enterprisesigning.sqs.FollowUpMessages;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * One message of a batch, followed up on its own thread. It logs one line, without the message's
 * body.
 *
 * @param logContext the log context of the batch's invocation
 */
record FollowUpRecord(
    SQSEvent.SQSMessage message,
    Application application,
    Deadline deadline,
    Measures measures,
    Map<String, String> logContext)
    implements Callable<Boolean> {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUpRecord.class);

  String id() {
    return message.getMessageId();
  }

  /** Follows up the message. Returns true if it is to be deleted. */
  @Override
  public Boolean call() {
    MDC.setContextMap(logContext);
    MDC.put("correlation_id", id());
    FollowUpMessage read;
    try {
      read = FollowUpMessages.read(message.getBody());
    } catch (RuntimeException e) {
      application.metrics().count(Metric.INTERNAL_ERRORS);
      LOG.error("Message unreadable", entry("fault", Faults.text(e)));
      return false;
    }
    return isFollowed(read);
  }

  private boolean isFollowed(FollowUpMessage read) {
    try {
      Followed followed = measures.during(() -> application.followUp().follow(read, deadline));
      Level level = followed == Followed.GIVEN_UP ? Level.WARN : Level.INFO;
      tell(level, "Message followed", read, entry("outcome", followed.name()));
      return true;
    } catch (CompletionLost e) {
      application.metrics().count(Metric.SIGNATURES_LOST);
      return wasNotFollowed("Signature lost", read, e, Metric.INTERNAL_ERRORS);
    } catch (DigestMismatch e) {
      application.metrics().count(Metric.EVIDENCE_CHANGED);
      return wasNotFollowed("Evidence has changed", read, e, Metric.INTERNAL_ERRORS);
    } catch (StoreRefused e) {
      return wasNotFollowed("Message not followed", read, e, Metric.INTERNAL_ERRORS);
    } catch (StoreUnavailable | QueueUnavailable e) {
      return wasNotFollowed("Message not followed", read, e, Metric.SERVICE_UNAVAILABLE);
    } catch (RuntimeException e) {
      return wasNotFollowed("Message not followed", read, e, Metric.INTERNAL_ERRORS);
    }
  }

  private boolean wasNotFollowed(
      String happened, FollowUpMessage read, RuntimeException fault, Metric counted) {
    application.metrics().count(counted);
    tell(Level.ERROR, happened, read, entry("fault", Faults.text(fault)));
    return false;
  }

  private void tell(
      Level level, String happened, FollowUpMessage read, StructuredArgument outcome) {
    List<Object> members = new ArrayList<>();
    members.add(entry("kind", FollowUpMessages.kind(read)));
    members.add(entry("participant", read.order().participantId().toString()));
    members.add(entry("attempt", read.order().token().toString()));
    members.add(outcome);
    members.addAll(measures.members());
    LOG.atLevel(level).log(happened, members.toArray());
  }

  @Override
  public String toString() {
    return "FollowUpRecord[" + id() + "]";
  }
}
