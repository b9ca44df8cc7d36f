package com.enterprisesigning.local.seed;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What one file in {@code events/} expects to exist.
 *
 * @param id the process or the participant that the event names
 * @param client the client of the event's token, or for a message the owner of its participant
 */
record EventSeed(UUID id, Kind kind, String client, State state) {
  /** Owns the participant of a message, because messages do not name a client. */
  private static final String CLIENT_OF_MESSAGES = "demo";

  /** What the id identifies. */
  enum Kind {
    PROCESS,
    PARTICIPANT
  }

  /** How far the signing must be when the event is sent. */
  enum State {
    REGISTERED,
    STARTED,
    SIGNED
  }

  /**
   * Reads an event.
   *
   * @return empty if it names no id
   * @throws IllegalArgumentException if it is neither a payload 2.0 event nor an SQS event
   */
  static Optional<EventSeed> read(String file, String text) {
    try {
      JsonNode event = Json.read(text);
      if (event.has("Records")) {
        return Optional.of(ofMessage(Json.read(event.at("/Records/0/body").asText())));
      }
      String route = event.path("routeKey").asText();
      String client = event.at("/requestContext/authorizer/jwt/claims/client_id").asText();
      JsonNode body = Json.read(event.path("body").asText("{}"));
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
              + " is not an event of the HTTP API or of SQS with a UUID. Restore the file.",
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

  /** Derives the id that the event does not name. It is the same at every start. */
  private UUID derived(String what) {
    return UUID.nameUUIDFromBytes((what + " of " + id).getBytes(StandardCharsets.UTF_8));
  }
}
