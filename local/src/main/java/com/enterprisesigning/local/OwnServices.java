package com.enterprisesigning.local;

import com.enterprisesigning.local.dynamodb.DynamoDbLocal;
import com.enterprisesigning.local.dynamodb.SigningTable;
import com.enterprisesigning.local.queue.LocalQueues;
import com.enterprisesigning.local.queue.QueueEndpoint;
import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.local.secrets.SecretsEndpoint;
import com.enterprisesigning.local.template.Template;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.token.TokenKey;
import com.enterprisesigning.local.web.Callers;
import com.enterprisesigning.local.web.LoopbackServer;
import com.enterprisesigning.local.web.PortTakenException;
import com.enterprisesigning.simulator.SecondAddress;
import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.SimulatorSettings;
import com.enterprisesigning.simulator.role.Role;
import com.enterprisesigning.simulator.timestamp.TimestampAuthority;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The servers behind the gateway of a first run: DynamoDB, Secrets Manager, SQS, BankID and the
 * time stamp authority.
 */
final class OwnServices implements AutoCloseable {
  private final StartedServers started = new StartedServers();
  private final Callers callers;
  private final Clock clock;
  private Simulator simulator;
  private DynamoDbLocal dynamoDb;
  private LoopbackServer secrets;
  private LoopbackServer sqs;
  private LoopbackServer timestamps;
  private LocalQueues queues;
  private TokenIssuer issuer;
  private Map<String, String> functionSettings = Map.of();

  private OwnServices(Callers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Starts all servers, or none.
   *
   * @param issuer the gateway's URL
   * @throws IOException if a port is taken or {@code TABLE_DIR} cannot be written
   */
  static OwnServices start(
      LocalSettings settings, Callers callers, Template template, URI issuer, Clock clock)
      throws IOException {
    OwnServices services = new OwnServices(callers, clock);
    try {
      services.open(settings, template, issuer);
      return services;
    } catch (IOException | RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private void open(LocalSettings settings, Template template, URI url) throws IOException {
    secrets = started.add(LoopbackServer.bind(settings.secretsPort(), "Secrets Manager", callers));
    dynamoDb =
        started.add(
            DynamoDbLocal.start(settings.dynamoDbPort(), settings.tableDirectory(), callers));
    simulator = started.add(simulator(settings));
    sqs = started.add(LoopbackServer.bind(settings.queuePort(), "SQS", callers));
    timestamps =
        started.add(
            LoopbackServer.bind(
                settings.timestampPort(), "the time stamp authority", Callers.MACHINE));
    TimestampAuthority authority = new TimestampAuthority(clock);
    timestamps.mount("/", authority);
    timestamps.start();
    SigningTable.create(dynamoDb.url(), template.table());
    queues = new LocalQueues(template.queues(), clock);
    sqs.mount("/", new QueueEndpoint(queues, sqs.url()));
    sqs.start();
    issuer = new TokenIssuer(url.toString(), TokenKey.generate(), clock);
    Secrets values = Secrets.of(simulator, authority, settings.tableDirectory(), issuer.key());
    secrets.mount("/", new SecretsEndpoint(values, clock));
    secrets.start();
    functionSettings = new HashMap<>(settings.functions());
    functionSettings.putAll(
        FunctionSettings.of(
            simulator.rpUrl(), timestamps.url(), dynamoDb.url(), secrets.url(), sqs.url()));
  }

  private Simulator simulator(LocalSettings settings) throws IOException {
    int port = settings.simulatorPort();
    SimulatorSettings simulated =
        new SimulatorSettings(port, clock, Optional.empty(), settings.secondOrder());
    try {
      return Simulator.start(
          callers
              .containers()
              .map(it -> simulated.with(new SecondAddress(it.address(), it::isNeighbour)))
              .orElse(simulated));
    } catch (BindException e) {
      throw new PortTakenException(port, "the simulator", e);
    }
  }

  Backend backend() {
    return new Backend(issuer, functionSettings, simulator.sandbox());
  }

  LocalQueues queues() {
    return queues;
  }

  List<Role> roles() {
    return simulator.roles().all();
  }

  /** Returns the name and address of each server, for the start text. */
  SortedMap<String, URI> addresses() {
    return new TreeMap<>(
        Map.of(
            "BankID", simulator.rpUrl(),
            "DynamoDB", dynamoDb.url(),
            "Secrets Manager", secrets.url(),
            "SQS", sqs.url(),
            "Time stamps", timestamps.url()));
  }

  @Override
  public void close() {
    started.close();
  }
}
