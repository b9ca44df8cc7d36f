package com.enterprisesigning.local.seed;

import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.web.Json;
import com.enterprisesigning.simulator.role.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Registers one participant for each sandbox role, and the participants that {@code events/} names.
 * Each is a different person. An id that already exists is left unchanged.
 */
public final class Seed {
  private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
  private static final String CLIENT = "demo";

  private final SeedRegistration registration;
  private final URI gateway;
  private final TokenIssuer issuer;

  /**
   * @param registration registers under given ids
   * @param gateway a gateway that is already serving
   */
  public Seed(SeedRegistration registration, URI gateway, TokenIssuer issuer) {
    this.registration = registration;
    this.gateway = gateway;
    this.issuer = issuer;
  }

  /**
   * Registers all participants, and prints a table of the roles.
   *
   * @param events texts of {@code events/*.json} by file name
   * @throws IllegalArgumentException if an event cannot be read
   * @throws IllegalStateException if a call that it makes fails
   */
  public void sow(List<Role> roles, SortedMap<String, String> events, PrintStream out) {
    try (SandboxCalls calls = new SandboxCalls(gateway, issuer)) {
      sowEvents(roles, events, calls);
      List<String> table = roles.stream().map(role -> line(role, register(calls, role))).toList();
      out.println("Participants of the client " + CLIENT + ", one for each sandbox role:");
      out.println(row("name", "number", "participant id", "what happens"));
      table.forEach(out::println);
    }
  }

  private static String line(Role role, JsonNode process) {
    return row(
        role.person().name(),
        role.person().personalNumber().digits(),
        process.at("/participants/0/id").asText(),
        role.description());
  }

  private static String row(String name, String number, String participant, String what) {
    return String.format("  %-22s %-12s  %-36s  %s", name, number, participant, what);
  }

  private static JsonNode register(SandboxCalls calls, Role role) {
    ObjectNode process = Json.object().put("reference", "sandbox " + role.person().name());
    process
        .putArray("participants")
        .addObject()
        .put("personal_number", role.person().personalNumber().digits())
        .put("user_visible_data", "I sign the sandbox's agreement.");
    return calls.call(CLIENT, "signing/register", "/signing/processes", process);
  }

  private void sowEvents(List<Role> roles, SortedMap<String, String> events, SandboxCalls calls) {
    List<EventSeed> seeds = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    roles.forEach(role -> taken.add(role.person().personalNumber().digits()));
    events.forEach((file, text) -> {
      EventSeed.read(file, text).ifPresent(seeds::add);
      PERSONAL_NUMBER.matcher(text).results().forEach(found -> taken.add(found.group()));
    });
    TestPersons persons = new TestPersons(taken);
    for (EventSeed seed : seeds) {
      SeedRegistration.SeededProcess process =
          new SeedRegistration.SeededProcess(
              seed.processId(), seed.participantId(), seed.client(), persons.next());
      if (registration.register(process)) {
        advance(seed, calls);
      }
    }
  }

  private static void advance(EventSeed seed, SandboxCalls calls) {
    if (seed.state() == EventSeed.State.REGISTERED) {
      return;
    }
    JsonNode participant = Json.object().put("participant_id", seed.participantId().toString());
    JsonNode order = calls.start(seed.client(), participant);
    if (seed.state() == EventSeed.State.SIGNED) {
      String token = order.required("autostart_token").asText();
      JsonNode opened = calls.phone("open", Json.object().put("autostart_token", token));
      calls.phone("sign", Json.object().put("order_ref", opened.required("order_ref").asText()));
      // The first collect of an order always asks BankID.
      JsonNode collected =
          calls.call(seed.client(), "signing/sign", "/signing/collect", participant);
      if (!collected.path("status").asText().equals("COMPLETE")) {
        throw new IllegalStateException(
            "The signing whose evidence events/ reads is "
                + collected.path("status").asText()
                + ", not COMPLETE. The log above says why.");
      }
    }
  }
}
