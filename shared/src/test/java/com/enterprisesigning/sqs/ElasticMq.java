package com.enterprisesigning.sqs;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.store.FollowUpMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An SQS in this process, with one queue. It accepts messages up to 256 KiB, a quarter of what SQS
 * accepts.
 *
 * <p>Its time is the machine's, which a test advances instead of waiting. ElasticMQ stamps sent
 * messages with the machine's real time only: send first, then advance the time.
 */
final class ElasticMq implements AutoCloseable {
  private final ActorSystem actors = ActorSystem.create();
  private final PutForward time = new PutForward();
  private final SQSRestServer server;
  private final SqsClient client;
  private final TestQueue queue;

  ElasticMq() {
    server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(
                actors.actorOf(
                    Props.create(
                        QueueManagerActor.class,
                        () ->
                            new QueueManagerActor(time, StrictSQSLimits$.MODULE$, Option.empty()))))
            .withSQSLimits(StrictSQSLimits$.MODULE$)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
    // A new server's first answer may take longer than the real client waits.
    try (SqsClient patient =
        SqsClient.builder()
            .region(Region.EU_NORTH_1)
            .credentialsProvider(credentials)
            .endpointOverride(endpoint)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      patient.listQueues();
    }
    client = new AwsClients(Region.EU_NORTH_1, credentials, List.of()).sqs(Optional.of(endpoint));
    queue = TestQueue.create(client);
  }

  SqsFollowUpQueue queue() {
    return queue.followUps();
  }

  SqsFollowUpQueue queueThatIsGone() {
    return queue.followUpsThatAreGone();
  }

  void pass(Duration duration) {
    time.clock = Clock.offset(time.clock, duration);
  }

  /** Receives what is due now, at most what one call returns, and deletes it. */
  List<FollowUpMessage> receive() {
    return queue.receive(Duration.ZERO);
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
    actors.terminate();
  }

  private static final class PutForward extends NowProvider {
    volatile Clock clock = Clock.systemUTC();

    @Override
    public long nowMillis() {
      return clock.millis();
    }

    @Override
    public OffsetDateTime now() {
      return OffsetDateTime.now(clock);
    }
  }
}
