package com.enterprisesigning.sqs;

import com.enterprisesigning.signing.FollowUpMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A test's own queue, on an engine that speaks SQS's API. */
record TestQueue(SqsClient client, URI url) {

  static TestQueue create(SqsClient client) {
    return new TestQueue(
        client,
        URI.create(
            client
                .createQueue(create ->
                    create
                        .queueName("follow-up-" + UUID.randomUUID())
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "43200")))
                .queueUrl()));
  }

  SqsFollowUpQueue followUps() {
    return new SqsFollowUpQueue(client, url);
  }

  SqsFollowUpQueue followUpsThatAreGone() {
    return new SqsFollowUpQueue(client, URI.create(url + "-gone"));
  }

  /** Receives what comes due within this time, at most what one call returns, and deletes it. */
  List<FollowUpMessage> receive(Duration within) {
    List<Message> messages =
        client
            .receiveMessage(receive ->
                receive
                    .queueUrl(url.toString())
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(Math.toIntExact(within.toSeconds())))
            .messages();
    messages.forEach(message ->
        client.deleteMessage(
            delete -> delete.queueUrl(url.toString()).receiptHandle(message.receiptHandle())));
    return messages.stream().map(Message::body).map(FollowUpMessages::read).toList();
  }
}
