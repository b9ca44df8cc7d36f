package com.enterprisesigning.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.web.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** The queue as AWS's own client sees it; the client compares every MD5. */
class QueueEndpointTest {
  private static final int LARGEST = 1024 * 1024;

  private final TestQueues test = new TestQueues();
  private LoopbackServer server;
  private SqsClient client;
  private String url;

  @BeforeEach
  void start() throws Exception {
    server = LoopbackServer.bind(0, "SQS");
    server.mount("/", new QueueEndpoint(test.queues, server.url()));
    server.start();
    url = LocalQueues.url(server.url(), TestQueues.QUEUE).toString();
    client =
        SqsClient.builder()
            .endpointOverride(server.url())
            .region(Region.EU_NORTH_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private List<String> received() {
    return test.queue().receive(10).stream().map(QueueMessage::body).toList();
  }

  private SendMessageBatchResponse send(SendMessageBatchRequestEntry... entries) {
    return client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
  }

  private static SendMessageBatchRequestEntry entry(String id, String body, int delay) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody(body)
        .delaySeconds(delay)
        .build();
  }

  @Test
  void message_isDelayed_byTheRunsClock() {
    send(entry("1", "late", 900));
    assertEquals(List.of(), received());
    test.clock.add(Duration.ofMinutes(15));
    assertEquals(List.of("late"), received());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 901})
  void delayBeyondFifteenMinutes_isRefused(int seconds) {
    BatchResultErrorEntry failed = send(entry("1", "never", seconds)).failed().getFirst();
    assertEquals("InvalidParameterValue", failed.code());
  }

  @Test
  void attributes_areRefused() {
    SendMessageBatchRequestEntry entry =
        entry("1", "lost", 0).toBuilder()
            .messageAttributes(
                Map.of(
                    "kind",
                    MessageAttributeValue.builder().dataType("String").stringValue("x").build()))
            .build();
    SqsException refused = assertThrows(SqsException.class, () -> send(entry));
    assertEquals("InvalidParameterValue", refused.awsErrorDetails().errorCode());
  }

  @Test
  void largestMessage_isAccepted() {
    String body = "x".repeat(LARGEST);
    send(entry("1", body, 0));
    assertEquals(List.of(body), received());
  }

  @Test
  void largerMessage_isRefused() {
    String body = "x".repeat(LARGEST + 1);
    assertThrows(BatchRequestTooLongException.class, () -> send(entry("1", body, 0)));
  }

  @Test
  void characterOutsideXml_isRefused() {
    assertThrows(InvalidMessageContentsException.class, () -> send(entry("1", "\u0000", 0)));
  }

  @Test
  void batch_isSentEntryByEntry() {
    SendMessageBatchResponse sent =
        send(entry("good", "på svenska", 0), entry("bad", "never", 901));
    assertEquals("good", sent.successful().getFirst().id());
    BatchResultErrorEntry failed = sent.failed().getFirst();
    assertEquals(List.of("bad", "InvalidParameterValue"), List.of(failed.id(), failed.code()));
    assertTrue(failed.senderFault());
    assertEquals(List.of("på svenska"), received());
  }

  @Test
  void batch_isRefused_whenItIsLargerThanAMessageMayBe() {
    String half = "x".repeat(LARGEST / 2 + 1);
    assertThrows(
        BatchRequestTooLongException.class, () -> send(entry("1", half, 0), entry("2", half, 0)));
    assertEquals(List.of(), received());
  }

  @Test
  void elevenEntries_areTooMany() {
    assertThrows(
        TooManyEntriesInBatchRequestException.class,
        () ->
            client.sendMessageBatch(
                send -> send.queueUrl(url).entries(Collections.nCopies(11, entry("1", "x", 0)))));
  }

  @Test
  void queue_isFoundByName_andDescribesItself() {
    assertEquals(url, client.getQueueUrl(get -> get.queueName(TestQueues.QUEUE)).queueUrl());
    send(entry("1", "delayed", 1));
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertEquals(
        List.of("0", "1", "0", "1048576", "30"),
        List.of(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
            attributes.get(QueueAttributeName.MAXIMUM_MESSAGE_SIZE),
            attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT)));
    assertTrue(
        attributes.get(QueueAttributeName.REDRIVE_POLICY).contains("\"maxReceiveCount\":20"));
  }

  @Test
  void attributes_areOnlyTheRequestedOnes() {
    assertEquals(
        Set.of(QueueAttributeName.VISIBILITY_TIMEOUT),
        client
            .getQueueAttributes(
                get -> get.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
            .attributes()
            .keySet());
  }

  @Test
  void otherQueue_doesNotExist() {
    assertThrows(
        QueueDoesNotExistException.class,
        () ->
            client.sendMessageBatch(
                send -> send.queueUrl(url + "s").entries(entry("1", "lost", 0))));
  }

  @Test
  void otherOperation_isUnknown() {
    SqsException refused =
        assertThrows(SqsException.class, () -> client.purgeQueue(purge -> purge.queueUrl(url)));
    assertEquals("InvalidAction", refused.awsErrorDetails().errorCode());
  }

  @Test
  void bodyThatIsNotJson_isRefused() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url))
                  .header("X-Amz-Target", "AmazonSQS.SendMessageBatch")
                  .POST(HttpRequest.BodyPublishers.ofString("Action=SendMessage"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().contains("SerializationException"), answer.body());
    }
  }
}
