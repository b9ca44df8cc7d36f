package com.enterprisesigning.benchmarks.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Reads one item of DynamoDB {@code TABLE_CALLS} times, posts to BankID {@code BANKID_CALLS} times,
 * sends a message to the queue {@code QUEUE_CALLS} times, and answers 200. When it is created, it
 * reads its secrets from Secrets Manager: {@code SECRET}, and for BankID {@code TLS_ROOT}. After a
 * restore it reads {@code SECRET} again. It primes itself by handling one event before the
 * snapshot.
 */
public final class BareIoHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Resource {
  private static final Map<String, AttributeValue> KEY =
      Map.of(
          "pk", AttributeValue.builder().s("NONE").build(),
          "sk", AttributeValue.builder().s("NONE").build());

  private static final SendMessageBatchRequestEntry MESSAGE =
      SendMessageBatchRequestEntry.builder().id("0").messageBody("{}").delaySeconds(900).build();

  private final int tableCalls = Integer.parseInt(System.getenv("TABLE_CALLS"));
  private final int bankIdCalls = Integer.parseInt(System.getenv("BANKID_CALLS"));
  private final int queueCalls = Integer.parseInt(System.getenv("QUEUE_CALLS"));
  private final String table = System.getenv("TABLE_NAME");
  private final String secret = System.getenv("SECRET");
  private final DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), "DYNAMODB");
  private final SqsClient sqs = queueCalls == 0 ? null : client(SqsClient.builder(), "SQS");
  private final SecretsManagerClient secrets =
      secret == null ? null : client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
  private final String root =
      System.getenv("TLS_ROOT") == null ? null : read(System.getenv("TLS_ROOT"));
  private BareBankId bankId;

  /** Reads the secrets, and registers for the snapshot hooks. */
  public BareIoHandler() {
    prepare();
    Core.getGlobalContext().register(this);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, String service) {
    return builder
        .region(Region.of(System.getenv("AWS_REGION")))
        .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_" + service)))
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private String read(String name) {
    return secrets.getSecretValue(get -> get.secretId(name)).secretString();
  }

  private void prepare() {
    if (secret != null) {
      String read = read(secret);
      bankId = root == null ? null : BareBankId.create(read, root);
    }
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    for (int i = 0; i < tableCalls; i++) {
      dynamoDb.getItem(get -> get.tableName(table).key(KEY).consistentRead(true));
    }
    for (int i = 0; i < bankIdCalls; i++) {
      bankId.post();
    }
    for (int i = 0; i < queueCalls; i++) {
      sqs.sendMessageBatch(
          batch -> batch.queueUrl(System.getenv("FOLLOW_UP_QUEUE_URL")).entries(MESSAGE));
    }
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody("{}").build();
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    handleRequest(null, null);
    bankId = null;
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    prepare();
  }
}
