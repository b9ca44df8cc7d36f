package com.enterprisesigning.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.QueueUnavailable;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The real AWS client against an HTTP server that fails in the ways that SQS may. */
class SqsSilenceTest {
  private static final List<Duration> TWICE =
      List.of(Duration.ofSeconds(95), Duration.ofSeconds(185));

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;
  private SqsClient client;
  private volatile boolean isSilent;
  private volatile int status = 200;
  private volatile String answer = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
          exchange.getRequestBody().readAllBytes();
          if (isSilent) {
            awaitRelease();
          }
          byte[] body = answer.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client =
        new AwsClients(
                Region.EU_NORTH_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
                List.of())
            .sqs(Optional.of(url()));
  }

  @AfterEach
  void stop() {
    released.countDown();
    client.close();
    server.stop(0);
  }

  @Test
  void send_isOneExchange_forAllDelays() {
    answer = "{\"Successful\":[" + taken(0) + "," + taken(1) + "]}";
    send(Messages.SETTLE);

    assertEquals(List.of("AmazonSQS.SendMessageBatch"), asked);
  }

  @Test
  void send_fails_whenOneOfItsMessagesWasNotTaken() {
    String refused = "{\"Id\":\"1\",\"Code\":\"InternalError\",\"SenderFault\":false}";
    answer = "{\"Successful\":[" + taken(0) + "],\"Failed\":[" + refused + "]}";

    assertEquals("SQS accepted 1 of 2 messages; errors: [InternalError]", failed());
  }

  @Test
  void send_fails_whenSqsDoesNotSayThatItTookThem() {
    assertEquals("SQS accepted 0 of 2 messages; errors: []", failed());
  }

  @Test
  void send_triesThreeTimes_whenSqsFails() {
    status = 500;

    assertEquals("SQS: SqsException", failed());
    assertEquals(3, asked.size());
  }

  @Test
  void send_endsInTime_whenSqsIsSilent() {
    isSilent = true;

    String message = assertTimeout(Duration.ofMillis(2_900), this::failed);
    assertEquals("SQS: ApiCallTimeoutException", message);
  }

  @Test
  void send_fails_whenThereIsNoConnection() {
    server.stop(0);

    assertEquals("SQS: SdkClientException", failed());
  }

  @Test
  void aFailure_revealsNothingOfTheMessage() {
    status = 400;
    answer = "{\"__type\":\"com.amazonaws.sqs#InvalidMessageContents\",\"message\":\"no\"}";
    QueueUnavailable failure =
        assertThrows(QueueUnavailable.class, () -> send(Messages.SMALL_STORE));

    for (Throwable it = failure; it != null; it = it.getCause()) {
      assertFalse(it.toString().contains(Messages.START.orderRef()), it::toString);
      assertFalse(it.toString().contains("189001019802"), it::toString);
    }
    assertTrue(failure.getMessage().startsWith("SQS: "), failure::getMessage);
  }

  private void send(FollowUpMessage message) {
    new SqsFollowUpQueue(client, url().resolve("/queue/follow-up")).send(message, TWICE);
  }

  private String failed() {
    return assertThrows(QueueUnavailable.class, () -> send(Messages.SETTLE)).getMessage();
  }

  /** Returns one entry of SQS's answer; the client checks the digest. */
  private static String taken(int id) {
    return "{\"Id\":\"%d\",\"MessageId\":\"m%d\",\"MD5OfMessageBody\":\"%s\"}"
        .formatted(id, id, md5(FollowUpMessages.body(Messages.SETTLE)));
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
