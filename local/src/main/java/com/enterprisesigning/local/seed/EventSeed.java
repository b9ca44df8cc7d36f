package com.enterprisesigning.local.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What one file in {@code events/} wants to find.
 *
 * @param client of the event's token, or of whoever made the order of a message
 * @param kind which of its two ids the event names
 */
record EventSeed(UUID id, Kind kind, String client, State state) {
  /** Whose a participant is that a message names: messages tell of no client. */
  private static final String CLIENT_OF_MESSAGES = "demo";

  /** What an id is the id of. */
  enum Kind {
    PROCESS,
    PARTICIPANT
  }

  /** How far the signing has come when the event is sent. */
  enum State {
    REGISTERED,
    STARTED,
    SIGNED
  }

  /**
   * Reads an event.
   *
   * @return empty where it names no id
   * @throws IllegalArgumentException where it is neither a payload 2.0 event nor one of SQS
   */
  static Optional<EventSeed> read(String file, String text) {
    try {
      ObjectMapper json = new ObjectMapper();
      JsonNode event = json.readTree(text);
      if (event.has("Records")) {
        return Optional.of(ofMessage(json.readTree(event.at("/Records/0/body").asText())));
      }
      String route = event.path("routeKey").asText();
      String client = event.at("/requestContext/authorizer/jwt/claims/client_id").asText();
      JsonNode body = json.readTree(event.path("body").asText("{}"));
      String inPath = event.at("/pathParameters/id").asText("");
      String id = body.path("participant_id").asText(inPath);
      Kind kind = route.contains("/processes/") ? Kind.PROCESS : Kind.PARTICIPANT;
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(new EventSeed(UUID.fromString(id), kind, client, state(route)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "events/"
              + file
              + " is no event of the HTTP API or of SQS with a UUID to act on; restore it.",
          e);
    }
  }

  private static EventSeed ofMessage(JsonNode message) {
    UUID participant = UUID.fromString(message.path("participant").asText());
    return new EventSeed(participant, Kind.PARTICIPANT, CLIENT_OF_MESSAGES, State.REGISTERED);
  }

  private static State state(String route) {
    return switch (route) {
      case "POST /signing/collect" -> State.STARTED;
      case "GET /signing/participants/{id}/evidence" -> State.SIGNED;
      default -> State.REGISTERED;
    };
  }

  UUID processId() {
    return kind == Kind.PROCESS ? id : derived("process");
  }

  UUID participantId() {
    return kind == Kind.PARTICIPANT ? id : derived("participant");
  }

  /** The id that the event does not name is the same at every start. */
  private UUID derived(String what) {
    return UUID.nameUUIDFromBytes((what + " of " + id).getBytes(StandardCharsets.UTF_8));
  }
}
