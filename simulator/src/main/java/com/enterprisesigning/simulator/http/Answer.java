package com.enterprisesigning.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An answer, always JSON. {@code toString} shows only the status. */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, JsonNode body) {
    this(status, Map.of(), body);
  }

  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
