package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.DETAILS;
import static com.enterprisesigning.dynamodb.Examples.LEAST_DETAILS;
import static com.enterprisesigning.dynamodb.Examples.LIVE;
import static com.enterprisesigning.dynamodb.Examples.LIVE_PHONE;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.PERSON;
import static com.enterprisesigning.dynamodb.Examples.PHONE;
import static com.enterprisesigning.dynamodb.Examples.PROCESS;
import static com.enterprisesigning.dynamodb.Examples.START;
import static com.enterprisesigning.signing.Samples.NOW;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.ParticipantDetails;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every kind of item that this code writes, and the writes that come before it. */
final class ItemKinds {
  static final Consumer<Table> REGISTERED = table -> register(table, DETAILS);
  static final Consumer<Table> LEAST_REGISTERED = table -> register(table, LEAST_DETAILS);
  static final Consumer<Table> WITHDRAWN = REGISTERED.andThen(ItemKinds::withdraw);
  static final Consumer<Table> RESERVED =
      REGISTERED.andThen(table -> table.guards().reserve(PERSON, START, NOW));
  static final Consumer<Table> RESERVED_BY_PHONE =
      REGISTERED.andThen(table -> table.guards().reserve(PERSON, PHONE, NOW));
  static final Consumer<Table> STARTED = RESERVED.andThen(table -> activate(table, LIVE));
  static final Consumer<Table> STARTED_BY_PHONE =
      RESERVED_BY_PHONE.andThen(table -> activate(table, LIVE_PHONE));

  private static final List<ItemKind> REGISTRATION =
      List.of(
          process("process", REGISTERED, Optional.of("digest"), false),
          process(
              "process-least",
              table ->
                  table
                      .processes()
                      .register(Examples.process(Optional.empty(), false), List.of(DETAILS)),
              Optional.empty(),
              false),
          process("process-withdrawn", WITHDRAWN, Optional.of("digest"), true),
          details("details", REGISTERED, DETAILS),
          details("details-least", LEAST_REGISTERED, LEAST_DETAILS));

  private ItemKinds() {}

  static List<ItemKind> all() {
    return Stream.of(REGISTRATION, SigningKinds.ALL, GuardKinds.ALL, EvidenceKinds.ALL)
        .flatMap(List::stream)
        .toList();
  }

  static ItemKind named(String name) {
    return all().stream().filter(kind -> kind.name().equals(name)).findAny().orElseThrow();
  }

  private static ItemKind process(
      String name, Consumer<Table> written, Optional<String> requestDigest, boolean withdrawn) {
    return new ItemKind(
        name,
        Keys.process(PROCESS),
        written,
        table -> table.processes().process(PROCESS),
        Examples.process(requestDigest, withdrawn));
  }

  private static ItemKind details(
      String name, Consumer<Table> written, ParticipantDetails details) {
    return new ItemKind(
        name,
        Keys.details(PARTICIPANT),
        written,
        table -> table.signings().details(PARTICIPANT),
        details);
  }

  private static void register(Table table, ParticipantDetails details) {
    table.processes().register(Examples.process(Optional.of("digest"), false), List.of(details));
  }

  private static void withdraw(Table table) {
    table.processes().withdraw(Examples.process(Optional.of("digest"), false));
  }

  private static void activate(Table table, Guard.Live live) {
    table.guards().activate(PERSON, live, Samples.attempt(live, NOW), Optional.empty());
  }
}
