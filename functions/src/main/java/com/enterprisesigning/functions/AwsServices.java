package com.enterprisesigning.functions;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.dynamodb.DynamoDbEvidences;
import com.enterprisesigning.dynamodb.DynamoDbGuards;
import com.enterprisesigning.dynamodb.DynamoDbProcesses;
import com.enterprisesigning.dynamodb.DynamoDbSignings;
import com.enterprisesigning.dynamodb.SigningTable;
import com.enterprisesigning.dynamodb.UnsignedEnd;
import com.enterprisesigning.functions.metrics.Dimension;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.metrics.Measures;
import com.enterprisesigning.functions.metrics.Metric;
import com.enterprisesigning.functions.metrics.SentRequests;
import com.enterprisesigning.functions.snapshot.SnapshotCredentials;
import com.enterprisesigning.secrets.SecretReferences;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.SecretsManagerSecrets;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.sqs.SqsFollowUpQueue;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Table;
import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The AWS services that the settings name, with one client each for this process. A client that
 * some functions do not need is created on first use, because each client makes a cold start load
 * about 100 more classes.
 */
final class AwsServices {
  private final DynamoDbClient dynamoDb;
  private final String tableName;
  private final Deferred<Secrets> secretsManager;
  private final Deferred<FollowUpQueue> sqs;

  AwsServices(Settings settings, SnapshotCredentials session) {
    AwsClients clients =
        new AwsClients(
            Region.of(settings.awsRegion()), session, List.of(session, new SentRequests()));
    dynamoDb = clients.dynamoDb(settings.dynamoDbEndpoint());
    tableName = settings.tableName();
    secretsManager =
        new Deferred<>(() ->
            new SecretsManagerSecrets(clients.secretsManager(settings.secretsManagerEndpoint())));
    sqs =
        new Deferred<>(() ->
            new SqsFollowUpQueue(clients.sqs(settings.sqsEndpoint()), settings.followUpQueueUrl()));
  }

  Secrets secrets() {
    return new SecretReferences(secretsManager);
  }

  /** Returns the queue, whose client is created by the first message. */
  FollowUpQueue queue() {
    return (message, delays) -> {
      FollowUpQueue queue = sqs.get();
      Measures.inQueue(() -> queue.send(message, delays));
    };
  }

  /** Creates the clients now. */
  void prepare() {
    secretsManager.prepare();
    sqs.prepare();
  }

  Table table(EmbeddedMetrics metrics) {
    SigningTable table = new SigningTable(dynamoDb, tableName, Pause::sleeping, Measures::inTable);
    return new Table(
        new DynamoDbGuards(table),
        new DynamoDbSignings(table, end -> count(end, metrics)),
        new DynamoDbProcesses(table),
        new DynamoDbEvidences(table));
  }

  private static void count(UnsignedEnd end, EmbeddedMetrics metrics) {
    switch (end) {
      case UnsignedEnd.Failed(HintCode hint) ->
          metrics.count(Metric.OUTCOMES, Dimension.HINT, hint.shown().name());
      case UnsignedEnd.Missing() -> metrics.count(Metric.ORDERS_MISSING);
    }
  }
}
