package com.enterprisesigning.local.seed;

import com.enterprisesigning.local.token.TokenIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Registers one participant for each sandbox role, and the participants that {@code events/} names,
 * each a different person. An id that exists is left unchanged.
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
  public void sow(List<SandboxRole> roles, SortedMap<String, String> events, PrintStream out) {
    try (SandboxCalls calls = new SandboxCalls(gateway, issuer)) {
      sowEvents(roles, events, calls);
      List<String> table = roles.stream().map(role -> line(role, register(calls, role))).toList();
      out.println("Participants of the client " + CLIENT + ", one for each sandbox role:");
      table.forEach(out::println);
    }
  }

  private static String line(SandboxRole role, JsonNode process) {
    return String.format(
        "  %-22s %s  %s  %s",
        role.name(),
        role.personalNumber(),
        process.at("/participants/0/id").asText(),
        role.happens());
  }

  private static JsonNode register(SandboxCalls calls, SandboxRole role) {
    Map<String, String> participant =
        Map.of(
            "personal_number",
            role.personalNumber(),
            "user_visible_data",
            "I sign the sandbox's agreement.");
    return calls.call(
        CLIENT,
        "signing/register",
        "/signing/processes",
        Map.of("reference", "sandbox " + role.name(), "participants", List.of(participant)));
  }

  private void sowEvents(
      List<SandboxRole> roles, SortedMap<String, String> events, SandboxCalls calls) {
    List<EventSeed> seeds = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    roles.forEach(role -> taken.add(role.personalNumber()));
    events.forEach((file, text) -> {
      EventSeed.read(file, text).ifPresent(seeds::add);
      PERSONAL_NUMBER.matcher(text).results().forEach(found -> taken.add(found.group()));
    });
    TestPersons persons = new TestPersons(taken);
    for (EventSeed seed : seeds) {
      SeedProcess process =
          new SeedProcess(seed.processId(), seed.participantId(), seed.client(), persons.next());
      if (registration.register(process)) {
        advance(seed, calls);
      }
    }
  }

  private static void advance(EventSeed seed, SandboxCalls calls) {
    if (seed.state() == EventSeed.State.REGISTERED) {
      return;
    }
    Map<String, String> participant = Map.of("participant_id", seed.participantId().toString());
    JsonNode order = calls.start(seed.client(), participant);
    if (seed.state() == EventSeed.State.SIGNED) {
      String token = order.required("autostart_token").asText();
      JsonNode opened = calls.phone("open", Map.of("autostart_token", token));
      calls.phone("sign", Map.of("order_ref", opened.required("order_ref").asText()));
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
