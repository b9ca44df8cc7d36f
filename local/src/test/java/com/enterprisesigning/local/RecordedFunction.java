package com.enterprisesigning.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.local.dynamodb.TableProxy;
import com.enterprisesigning.local.lambda.Invocation;
import com.enterprisesigning.local.lambda.LocalFunction;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A function of the template, wired up alone, whose calls of the table are recorded. Its recorder
 * stands between the AWS SDK and DynamoDB Local, so it sees what IAM would see.
 */
final class RecordedFunction implements AutoCloseable {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The secrets of the functions that do not call BankID, as their handlers name them. */
  private static final Map<String, RequiredSecrets> SECRETS =
      Map.of(
          "RegisterProcessFunction", RequiredSecrets.PERSON_KEYS,
          "GetProcessFunction", RequiredSecrets.NO_SECRET,
          "GetEvidenceFunction", RequiredSecrets.SIGNATURE_ROOT);

  private final FunctionDefinition definition;
  private final TableProxy proxy;
  private final Application application;
  private final Clock clock;
  private volatile Function<String, TableProxy.Fate> transactions = _ -> TableProxy.Fate.PASSED_ON;

  /**
   * Starts the recorder and wires up the function.
   *
   * @param settings those of a run, which name its table
   * @param calls takes every call of the table
   */
  RecordedFunction(
      FunctionDefinition definition,
      Map<String, String> settings,
      Set<TableCall> calls,
      Clock clock)
      throws IOException {
    this.definition = definition;
    this.clock = clock;
    this.proxy =
        new TableProxy(
            URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB")),
            body -> transactions.apply(body),
            new Recorder(definition.name(), calls));
    Map<String, String> recorded = new HashMap<>(settings);
    recorded.put("AWS_ENDPOINT_URL_DYNAMODB", proxy.url().toString());
    this.application =
        Application.from(
            Settings.from(recorded),
            CREDENTIALS,
            clock,
            SECRETS.getOrDefault(definition.name(), RequiredSecrets.BANKID));
  }

  /** Starts up as Lambda does before a snapshot. */
  void startUp() {
    application.startup().begin(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), () -> {});
    application.startup().beforeCheckpoint(null);
  }

  /** Lets this decide what happens to each transaction, from its body. */
  void onTransaction(Function<String, TableProxy.Fate> fate) {
    transactions = fate;
  }

  /** Passes on every transaction again. */
  void undisturbed() {
    transactions = _ -> TableProxy.Fate.PASSED_ON;
  }

  /** Calls the function, and returns its answer. */
  <E, A> JsonNode invoke(String event, Class<E> type, Class<A> answer) {
    RequestHandler<E, A> handler = new FunctionHandlers(application).handler(definition.handler());
    Invocation invocation =
        new LocalFunction<>(definition, handler, type, answer, clock).invoke(event, PATIENCE);
    return switch (invocation) {
      case Invocation.Answered(JsonNode payload) -> payload;
      case Invocation.Failed _, Invocation.NoAnswer _ ->
          throw new AssertionError(definition.name() + ": " + invocation);
    };
  }

  @Override
  public void close() {
    proxy.close();
  }

  private record Recorder(String function, Set<TableCall> calls) implements TableProxy.Watcher {
    @Override
    public byte[] asked(String operation, byte[] request) throws IOException {
      calls.add(TableCall.of(function, operation, new ObjectMapper().readTree(request)));
      return request;
    }

    @Override
    public void answered(String operation, byte[] request, byte[] answer) {}
  }
}
