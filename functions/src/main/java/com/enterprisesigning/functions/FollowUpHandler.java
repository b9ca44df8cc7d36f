package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.functions.metrics.Measures;
import com.enterprisesigning.functions.metrics.Metric;
import com.enterprisesigning.functions.snapshot.PrimingContext;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.signing.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Handles the messages of the follow-up queue: {@code docs/architecture.md#follow-up}, rule F9. All
 * messages of a batch are followed up at the same time, so that BankID's silence about one order
 * does not delay the others. A message that fails or does not finish in time goes back to the
 * queue; every other message is deleted.
 */
public final class FollowUpHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUpHandler.class);

  private final Application application;

  /**
   * Creates the handler as Lambda does, with settings from the environment. Priming uses a batch
   * without messages.
   */
  public FollowUpHandler() {
    this(Application.onLambda(RequiredSecrets.BANKID));
    SQSEvent empty = new SQSEvent();
    empty.setRecords(List.of());
    application.startup().begin(System.getenv(), () -> handleRequest(empty, new PrimingContext()));
  }

  /** Creates the handler for an application that is already wired. */
  public FollowUpHandler(Application application) {
    this.application = application;
  }

  /**
   * A message of the batch that is in progress. The task returns true if the message is to be
   * deleted.
   */
  private record Following(String messageId, FutureTask<Boolean> task) {}

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> follow(event, context));
  }

  private SQSBatchResponse follow(SQSEvent event, Context context) {
    Deadline deadline = InvocationDeadline.of(context, application.clock());
    Map<String, String> logContext =
        Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
    List<Following> all =
        Objects.requireNonNullElse(event.getRecords(), List.<SQSEvent.SQSMessage>of()).stream()
            .map(message ->
                begun(
                    new FollowUpRecord(
                        message,
                        application,
                        deadline,
                        new Measures(application.nanoTime()),
                        logContext)))
            .toList();
    long end = System.nanoTime() + InvocationDeadline.patience(context).toNanos();
    return SQSBatchResponse.builder()
        .withBatchItemFailures(
            all.stream()
                .filter(following -> !isToBeDeleted(following, end))
                .map(following -> new BatchItemFailure(following.messageId()))
                .toList())
        .build();
  }

  private static Following begun(FollowUpRecord message) {
    FutureTask<Boolean> task = new FutureTask<>(message);
    Thread.startVirtualThread(task);
    return new Following(message.id(), task);
  }

  /** Waits for a message. A late message is never interrupted: it may be storing a completion. */
  private boolean isToBeDeleted(Following following, long end) {
    try {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      return following.task().get(left.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return wasNotFollowed(following, e);
    } catch (ExecutionException e) {
      return wasNotFollowed(following, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return wasNotFollowed(following, e);
    }
  }

  private boolean wasNotFollowed(Following following, Throwable fault) {
    application.metrics().count(Metric.INTERNAL_ERRORS);
    MDC.put("correlation_id", following.messageId());
    LOG.error("Message not followed to its end", entry("fault", Faults.text(fault)));
    return false;
  }
}
