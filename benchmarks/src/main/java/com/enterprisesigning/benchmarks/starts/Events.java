package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/** Makes events from the samples, with new ids each time, so that no call is a replay. */
final class Events {
  private final Map<String, String> samples;
  private final Gateway gateway;
  private final People people = new People();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param samples the files of {@code events/}, by file name
   */
  Events(Map<String, String> samples, Gateway gateway) {
    this.samples = samples;
    this.gateway = gateway;
  }

  /** Returns the unchanged file from {@code events/}. */
  String sample(String file) {
    return samples.get(file);
  }

  /** Returns the event for a newly registered participant. */
  String ofNewParticipant(String file) {
    return withParticipant(file, participant());
  }

  /** Returns the event for a participant with a live order. */
  String ofStartedParticipant(String file) {
    String participant = participant();
    gateway.start(participant).is(200);
    return withParticipant(file, participant);
  }

  /** Returns the event for a participant who has signed, and whose signature nobody collected. */
  String ofSignedParticipant(String file) {
    String participant = participant();
    gateway.sign(gateway.open(gateway.start(participant).is(200)));
    return withParticipant(file, participant);
  }

  /** Returns the event for a new process. */
  String ofNewProcess(String file) {
    return withPathParameter(
        file, gateway.register(people.next()).is(201).body().path("id").asText());
  }

  /** Returns a registration with a new idempotency key. */
  String registration(String file) {
    ObjectNode event = read(file);
    ((ObjectNode) event.get("headers")).put("idempotency-key", UUID.randomUUID().toString());
    return event.toString();
  }

  private String participant() {
    return gateway.register(people.next()).participant();
  }

  private String withParticipant(String file, String participant) {
    ObjectNode event = read(file);
    ((ObjectNode) event.get("headers")).remove("idempotency-key");
    return event.put("body", "{\"participant_id\":\"" + participant + "\"}").toString();
  }

  private String withPathParameter(String file, String id) {
    ObjectNode event = read(file);
    event.putObject("pathParameters").put("id", id);
    return event.toString();
  }

  private ObjectNode read(String file) {
    try {
      JsonNode event = json.readTree(samples.get(file));
      return (ObjectNode) event;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
