package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.bare.BareEventHandler;
import com.enterprisesigning.benchmarks.bare.BareIoHandler;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All subjects, which use the table, the queue and the BankID of one local run. */
final class Subjects {
  private final Path directory;
  private final Map<String, String> settings = new HashMap<>();
  private final List<FunctionDefinition> functions;
  private final Events events;
  private final Map<Calls, Subject> references = new HashMap<>();
  private final Subject bareEvent;
  private final List<Measured> ours;

  /**
   * Returns the subjects that use this run.
   *
   * @param directory where the references' jars are
   */
  static Subjects of(URI run, Path directory) throws IOException {
    return new Subjects(
        Checkout.read(Checkout.rootAbove(Path.of("").toAbsolutePath())), run, directory);
  }

  private Subjects(Checkout checkout, URI run, Path directory) {
    Gateway gateway = Gateway.of(run);
    this.directory = directory;
    this.functions = Template.parse(checkout.template()).functions();
    this.events = new Events(checkout.events(), gateway);
    JsonNode join = gateway.get("/sandbox/join").is(200).body().required("settings");
    join.properties().forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    bareEvent = newBareEvent();
    ours = all();
  }

  /** Returns the reference that takes an event and does nothing. */
  Subject bareEvent() {
    return bareEvent;
  }

  private Subject newBareEvent() {
    return new Subject(
        "bare event handler",
        directory.resolve("bare-event.jar"),
        bare(BareEventHandler.class),
        settings,
        () -> events.sample("get-process.json"));
  }

  /** The secrets that a function reads from Secrets Manager. */
  private enum Needs {
    NO_SECRET,
    PERSON_KEY,
    BANKID
  }

  /** Returns the reference that reads one item and no secret. */
  Subject bareGetItem() {
    return bareIo(new Calls(1, 0, 0, Needs.NO_SECRET));
  }

  /** The calls and secrets that a function's first event needs. */
  private record Calls(int table, int bankId, int queue, Needs needs) {}

  private Subject bareIo(Calls calls) {
    return references.computeIfAbsent(calls, this::newBareIo);
  }

  private Subject newBareIo(Calls calls) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("TABLE_CALLS", String.valueOf(calls.table()));
    environment.put("BANKID_CALLS", String.valueOf(calls.bankId()));
    environment.put("QUEUE_CALLS", String.valueOf(calls.queue()));
    switch (calls.needs()) {
      case NO_SECRET -> {}
      case PERSON_KEY -> environment.put("SECRET", Secrets.PERSON_KEY);
      case BANKID -> {
        environment.put("SECRET", Secrets.CLIENT_CERTIFICATE);
        environment.put("TLS_ROOT", Secrets.TLS_ROOT);
      }
    }
    return new Subject(
        "bare, %d of the table, %d of BankID, %d of the queue"
            .formatted(calls.table(), calls.bankId(), calls.queue()),
        directory.resolve("bare-io.jar"),
        bare(BareIoHandler.class),
        environment,
        () -> events.sample("get-process.json"));
  }

  private static FunctionDefinition bare(Class<?> handler) {
    return new FunctionDefinition(
        handler.getSimpleName(), handler.getName(), Duration.ofSeconds(29), 1024, List.of());
  }

  /** Returns the functions of the API, each with a reference that makes the same calls. */
  List<Measured> ours() {
    return ours;
  }

  private List<Measured> all() {
    return List.of(
        ours(
            "StartFunction",
            new Calls(3, 1, 1, Needs.BANKID),
            () -> events.ofNewParticipant("start.json")),
        ours(
            "StartPhoneFunction",
            new Calls(3, 1, 1, Needs.BANKID),
            () -> events.ofNewParticipant("start-phone.json")),
        ours(
            "CollectFunction",
            new Calls(2, 1, 0, Needs.BANKID),
            () -> events.ofStartedParticipant("collect.json")),
        ours(
            "CancelFunction",
            new Calls(4, 1, 0, Needs.BANKID),
            () -> events.ofStartedParticipant("cancel.json")),
        ours(
            "RegisterProcessFunction",
            new Calls(1, 0, 0, Needs.PERSON_KEY),
            () -> events.registration("register-process.json")),
        ours(
            "GetProcessFunction",
            new Calls(2, 0, 0, Needs.NO_SECRET),
            () -> events.ofNewProcess("get-process.json")),
        ours(
            "WithdrawProcessFunction",
            new Calls(3, 0, 0, Needs.BANKID),
            () -> events.ofNewProcess("withdraw-process.json")),
        ours(
            "GetEvidenceFunction",
            new Calls(1, 0, 0, Needs.NO_SECRET),
            () -> events.sample("get-evidence.json")));
  }

  /**
   * One of our functions and its reference.
   *
   * @param reference the barest handler with the same input and output
   */
  record Measured(Subject function, Subject reference) {}

  private Measured ours(String name, Calls calls, Supplier<String> event) {
    FunctionDefinition definition =
        functions.stream()
            .filter(function -> function.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new Measured(
        new Subject(name, ShippedJar.FUNCTIONS.path(), definition, settings, event), bareIo(calls));
  }
}
