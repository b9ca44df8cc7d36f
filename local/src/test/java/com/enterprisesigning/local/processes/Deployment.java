package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.Contract;
import com.enterprisesigning.local.blackbox.Persons;
import com.enterprisesigning.local.blackbox.Phone;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.local.blackbox.Wire;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.QueueConsumer;
import com.enterprisesigning.local.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One table, one queue and one BankID, all of a local run, and function processes that use them.
 */
final class Deployment implements AutoCloseable {
  private static final Set<String> FOUR_CALLS =
      Set.of("StartFunction", "StartPhoneFunction", "CollectFunction", "CancelFunction");

  private final Checkout checkout;
  private final Map<String, FunctionDefinition> functions;
  private final ObjectMapper json = new ObjectMapper();
  private final Wire wire = new Wire();
  private final Persons persons = new Persons();
  private final Contract contract = Contract.ofRepository();
  private final List<FunctionProcesses> started = new ArrayList<>();
  private final RunProcess run;
  private final Map<String, String> settings;

  private Deployment(Checkout checkout, RunProcess run) throws Exception {
    this.checkout = checkout;
    this.run = run;
    Template template = Template.parse(checkout.template());
    functions =
        Stream.concat(
                template.functions().stream(),
                template.consumers().stream().map(QueueConsumer::function))
            .collect(Collectors.toMap(FunctionDefinition::name, Function.identity()));
    settings = settings(phone().get("/sandbox/join").required("settings"));
  }

  /**
   * Starts the local run.
   *
   * @param environment of the run, whose durations also apply to the functions
   */
  static Deployment start(Map<String, String> environment) throws Exception {
    Checkout checkout = Checkout.read(Checkout.rootAbove(Path.of("").toAbsolutePath()));
    RunProcess run = RunProcess.start(environment);
    try {
      return new Deployment(checkout, run);
    } catch (Exception e) {
      run.close();
      throw e;
    }
  }

  /**
   * Returns the settings that the local run gives its own handlers, and credentials, which DynamoDB
   * Local requires.
   */
  private static Map<String, String> settings(JsonNode join) {
    Map<String, String> settings = new HashMap<>();
    join.properties().forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    return settings;
  }

  /**
   * Starts processes of the functions that the build has packaged.
   *
   * @param numbers how many of each, by logical id
   * @param threads in each process
   */
  FunctionProcesses processes(Map<String, Integer> numbers, int threads) throws Exception {
    return processes(ShippedJar.FUNCTIONS.path(), numbers, threads);
  }

  /** Starts processes of the functions in any jar. */
  FunctionProcesses processes(Path jar, Map<String, Integer> numbers, int threads)
      throws Exception {
    Map<FunctionDefinition, Integer> wanted = new HashMap<>();
    numbers.forEach((name, number) -> wanted.put(function(name), number));
    Map<String, String> environment = new TreeMap<>(settings);
    if (threads > 1) {
      environment.put("AWS_LAMBDA_MAX_CONCURRENCY", String.valueOf(threads));
    }
    FunctionProcesses processes =
        FunctionProcesses.start(jar, wanted, environment, jvmOptions(jar), threads);
    started.add(processes);
    return processes;
  }

  /** Returns options for JVMs small enough to run many at once. */
  List<String> jvmOptions(Path jar) throws Exception {
    return SmallJvm.options(
        jar, function("StartFunction"), settings, checkout.events().get("start.json"));
  }

  /** Returns the API over groups of processes: a call goes to the first group that handles it. */
  FunctionApi api(FunctionProcesses... groups) {
    return api((function, event) ->
        Stream.of(groups)
            .filter(it -> it.has(function))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no process runs " + function.name()))
            .invoke(function, event, Optional.empty()));
  }

  /** Returns the API over processes that are killed while they handle a call of a signing. */
  FunctionApi api(Killer killer, FunctionProcesses processes) {
    return api((function, event) ->
        processes.invoke(
            function,
            event,
            Optional.of(killer).filter(_ -> FOUR_CALLS.contains(function.name()))));
  }

  FunctionApi api(Invoker invoker) {
    return new FunctionApi(functions.values(), invoker, contract);
  }

  /** Returns all functions, by logical id. */
  Map<String, FunctionDefinition> functions() {
    return functions;
  }

  /** Returns a function by logical id. */
  FunctionDefinition function(String name) {
    FunctionDefinition function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("template.yaml has no " + name);
    }
    return function;
  }

  /** Returns the functions' variables. */
  Map<String, String> settings() {
    return settings;
  }

  /** Returns the sample event of a function. */
  String event(FunctionDefinition function) throws Exception {
    for (String event : events().values()) {
      if (functionOf(event).equals(function)) {
        return event;
      }
    }
    throw new IllegalStateException("events/ has no event for " + function.name());
  }

  /** Returns the function that an event is for. */
  FunctionDefinition functionOf(String event) throws Exception {
    JsonNode read = json.readTree(event);
    return functions.values().stream()
        .filter(function ->
            read.has("Records")
                ? function.routes().isEmpty()
                : function.routes().stream()
                    .anyMatch(route -> route.key().equals(read.path("routeKey").asText())))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the sample events by file name. */
  Map<String, String> events() {
    return checkout.events();
  }

  Phone phone() {
    return new Phone(wire, run.url());
  }

  /** Returns a person who has done nothing yet. */
  String person() {
    return persons.next();
  }

  KeptEvidence evidence() {
    return new KeptEvidence(settings);
  }

  @Override
  public void close() {
    try {
      wire.learnSecretsOf(run.url());
    } catch (Exception e) {
      throw new IllegalStateException("what the processes may not print is not known", e);
    } finally {
      end();
    }
  }

  private void end() {
    started.forEach(FunctionProcesses::close);
    run.close();
    wire.close();
  }
}
