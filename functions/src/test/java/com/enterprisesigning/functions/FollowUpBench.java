package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.snapshot.SnapStartHooks;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.signing.SigningCore;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.sqs.FollowUpMessages;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.store.Table;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The handler over the real protocols. Every message ends an order, and BankID's answer decides
 * what happens next. If BankID cancels the order, the table is needed; if BankID is silent, the
 * queue is needed.
 */
final class FollowUpBench implements BankId {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Fault AWAY = new Fault.Unavailable(Duration.ofSeconds(5));

  private final Map<String, Supplier<Cancelled>> answers = new ConcurrentHashMap<>();
  private final ArrayNode records = JSON.createArrayNode();
  boolean tableTakesNothing;
  boolean queueIsAway;
  long nanosPerReading;
  private final AtomicLong nanoTime = new AtomicLong();

  /** Adds a message whose order BankID cancels. */
  FollowUpBench cancelled(String messageId) {
    return answered(messageId, Cancelled.Done::new);
  }

  /** Adds a message whose order BankID is silent about. */
  FollowUpBench silent(String messageId) {
    return answered(messageId, () -> new Cancelled.NoAnswer(AWAY));
  }

  FollowUpBench answered(String messageId, Supplier<Cancelled> answer) {
    return answered(messageId, answer, Samples.STARTED);
  }

  FollowUpBench answered(String messageId, Supplier<Cancelled> answer, Instant createdAt) {
    String orderRef = "order of " + messageId;
    answers.put(orderRef, answer);
    Order order =
        new Order(Samples.PARTICIPANT, Samples.TOKEN, orderRef, Channel.PHONE, Optional.empty());
    return message(
        messageId,
        FollowUpMessages.body(new FollowUpMessage.End(Samples.PERSON, order, createdAt)));
  }

  /** Adds a message as Lambda delivers it. */
  FollowUpBench message(String messageId, String body) {
    ObjectNode message = records.addObject();
    message.put("messageId", messageId);
    message.put("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a");
    message.put("body", body);
    message
        .putObject("attributes")
        .put("ApproximateReceiveCount", "1")
        .put("SentTimestamp", "1795428002399")
        .put("SenderId", "AIDAIENQZJOLO23YVJ4VO")
        .put("ApproximateFirstReceiveTimestamp", "1795428097399");
    message.putObject("messageAttributes");
    message.put("md5OfBody", "e4e68fb7bd0e697a0ae8f1bb342846b3");
    message.put("eventSource", "aws:sqs");
    message.put("eventSourceARN", "arn:aws:sqs:eu-north-1:123456789012:follow-up");
    message.put("awsRegion", "eu-north-1");
    return this;
  }

  /** Returns the ids of the messages that go back to the queue. */
  List<String> failures() {
    return failures(new TestContext());
  }

  List<String> failures(Context context) {
    return answer(context).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  SQSBatchResponse answer(Context context) {
    ObjectNode event = JSON.createObjectNode();
    event.set("Records", records);
    SQSEvent read =
        LambdaEventSerializers.serializerFor(SQSEvent.class, FollowUpBench.class.getClassLoader())
            .fromJson(event.toString());
    return new FollowUpHandler(application()).handleRequest(read, context);
  }

  private Application application() {
    Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    SigningCore core =
        new SigningCore(
            new Table(
                part(Guards.class),
                part(Signings.class),
                part(Processes.class),
                part(Evidences.class)),
            (message, delays) -> {
              if (queueIsAway) {
                throw new QueueUnavailable("away", null);
              }
            },
            this,
            (completion, text, requirement, signer) -> {
              throw new AssertionError("nothing is verified");
            },
            Optional.empty(),
            new PersonKeys(() -> "a secret of the tests, long enough"),
            new ConflictRules(Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(1)),
            new Timing(
                Duration.ofMinutes(3), Duration.ZERO, Duration.ofDays(1), List.of(Duration.ZERO)),
            decision -> {},
            new SigningCore.Surroundings(clock, pause -> {}, UUID::randomUUID));
    return new Application(
        core,
        core.followUp(),
        core.reverification(),
        Samples::signatureRoots,
        SnapStartHooks.none(),
        new EmbeddedMetrics("signing", clock),
        () -> nanoTime.addAndGet(nanosPerReading),
        clock);
  }

  /** Returns a part of an empty table: every change finds nothing to do. */
  private <T> T part(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              boolean isRead = List.of("signing", "unfinished").contains(method.getName());
              if (tableTakesNothing && !isRead) {
                throw new StoreUnavailable("away", null);
              }
              return method.getReturnType() == boolean.class ? false : Optional.empty();
            }));
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return answers.get(orderRef).get();
  }

  @Override
  public Created create(OrderRequest request) {
    throw new AssertionError("a follow-up creates no order");
  }

  @Override
  public Collected collect(String orderRef) {
    throw new AssertionError("no order here is collected");
  }
}
