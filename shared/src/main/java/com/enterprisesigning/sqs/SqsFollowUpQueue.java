package com.enterprisesigning.sqs;

import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.QueueUnavailable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The queue on SQS. It is a standard queue, because the order of messages does not matter. */
public final class SqsFollowUpQueue implements FollowUpQueue {
  /**
   * The size in bytes that the queue must accept: SQS's own maximum, both for a message and for a
   * batch.
   */
  public static final int MAXIMUM_MESSAGE_SIZE = 1_048_576;

  private final SqsClient client;
  private final String url;

  /** Uses the queue at this URL, with a client whose time-outs and retries are already set. */
  public SqsFollowUpQueue(SqsClient client, URI url) {
    this.client = client;
    this.url = url.toString();
  }

  @Override
  public void send(FollowUpMessage message, List<Duration> delays) {
    String body = FollowUpMessages.body(message);
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, delays.size()).mapToObj(i -> entry(i, body, delays.get(i))).toList();
    SendMessageBatchResponse answer = answer(entries);
    if (answer.successful().size() < entries.size()) {
      throw new QueueUnavailable(
          "SQS accepted "
              + answer.successful().size()
              + " of "
              + entries.size()
              + " messages; errors: "
              + answer.failed().stream().map(BatchResultErrorEntry::code).distinct().toList(),
          null);
    }
  }

  private SendMessageBatchResponse answer(List<SendMessageBatchRequestEntry> entries) {
    try {
      return client.sendMessageBatch(batch -> batch.queueUrl(url).entries(entries));
    } catch (SdkException e) {
      throw new QueueUnavailable("SQS: " + e.getClass().getSimpleName(), e);
    }
  }

  private static SendMessageBatchRequestEntry entry(int index, String body, Duration delay) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageBody(body)
        .delaySeconds(Math.toIntExact(delay.toSeconds()))
        .build();
  }
}
