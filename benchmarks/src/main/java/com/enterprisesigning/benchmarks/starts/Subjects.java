package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.bare.BareEventHandler;
import com.enterprisesigning.benchmarks.bare.BareIoHandler;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All functions to measure. They use the table, the queue and the BankID of one local run. */
final class Subjects {
  private final Path jar;
  private final Map<String, String> settings = new HashMap<>();
  private final List<FunctionDefinition> functions;
  private final Events events;
  private final Map<Calls, Subject> references = new LinkedHashMap<>();
  private final Subject bareEvent;
  private final Subject bareGetItem;
  private final List<Measured> ours;

  /**
   * Returns the subjects that use this run.
   *
   * @param directory contains the jar of the references
   */
  static Subjects of(URI run, Path directory) throws IOException {
    return new Subjects(
        Checkout.read(Checkout.rootAbove(Path.of("").toAbsolutePath())),
        new Gateway(run),
        directory.resolve("bare.jar"));
  }

  private Subjects(Checkout checkout, Gateway gateway, Path jar) {
    this.jar = jar;
    functions = Template.parse(checkout.template()).functions();
    events = new Events(checkout.events(), gateway);
    gateway
        .join()
        .required("settings")
        .properties()
        .forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    bareEvent = bare("bare event handler", BareEventHandler.class, settings);
    bareGetItem = bareIo(new Calls(1, 0, 0, Needs.NO_SECRET));
    ours = measured();
  }

  /** Returns the reference that does nothing with its event. */
  Subject bareEvent() {
    return bareEvent;
  }

  /** Returns the reference that only reads one item. */
  Subject bareGetItem() {
    return bareGetItem;
  }

  /** Returns the references, and then the functions of the API. */
  List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    all.add(bareEvent);
    all.addAll(references.values());
    ours.forEach(one -> all.add(one.function()));
    return all;
  }

  /** The secrets that a function reads from Secrets Manager. */
  private enum Needs {
    NO_SECRET,
    PERSON_KEY,
    BANKID
  }

  /** The calls and secrets that a function's first event needs. */
  private record Calls(int table, int bankId, int queue, Needs needs) {}

  /** Returns the reference that makes these calls. Functions with the same calls share it. */
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
    return bare(
        "bare; calls to the table: %d, to BankID: %d, to the queue: %d"
            .formatted(calls.table(), calls.bankId(), calls.queue()),
        BareIoHandler.class,
        environment);
  }

  private Subject bare(String name, Class<?> handler, Map<String, String> environment) {
    FunctionDefinition definition =
        new FunctionDefinition(
            handler.getSimpleName(), handler.getName(), Duration.ofSeconds(29), 1024, List.of());
    return new Subject(name, jar, definition, environment, () -> events.sample("get-process.json"));
  }

  /** Returns the collect function with events that each bring a completion. */
  Subject completingCollect() {
    return function("CollectFunction", () -> events.ofSignedParticipant("collect.json"));
  }

  /**
   * One of our functions and its reference.
   *
   * @param reference the barest handler with the same input and output
   */
  record Measured(Subject function, Subject reference) {}

  /** Returns the functions of the API, each with a reference that makes the same calls. */
  List<Measured> ours() {
    return ours;
  }

  private List<Measured> measured() {
    Calls start = new Calls(3, 1, 1, Needs.BANKID);
    return List.of(
        ours("StartFunction", start, () -> events.ofNewParticipant("start.json")),
        ours("StartPhoneFunction", start, () -> events.ofNewParticipant("start-phone.json")),
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

  private Measured ours(String name, Calls calls, Supplier<String> event) {
    return new Measured(function(name, event), bareIo(calls));
  }

  private Subject function(String name, Supplier<String> event) {
    FunctionDefinition definition =
        functions.stream()
            .filter(function -> function.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new Subject(name, ShippedJar.FUNCTIONS.path(), definition, settings, event);
  }
}
