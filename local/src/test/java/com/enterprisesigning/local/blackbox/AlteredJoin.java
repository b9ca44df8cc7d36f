package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * What a run tells one that joins it, but with other settings of the functions: {@code JOIN} is to
 * name this one. It has no phone and no journal.
 */
public final class AlteredJoin implements AutoCloseable {
  private static final String PATH = "/sandbox/join";

  private final LoopbackServer server;
  private final String document;

  /**
   * Starts it.
   *
   * @param document of the run that is joined in truth
   * @param settings that stand in the place of its own, by name
   */
  public AlteredJoin(JsonNode document, Map<String, String> settings) throws IOException {
    ObjectNode altered = document.deepCopy();
    settings.forEach(((ObjectNode) altered.required("settings"))::put);
    this.document = altered.toString();
    this.server = LoopbackServer.bind(0, "a run's other settings");
    server.mount(PATH, this::tell);
    server.start();
  }

  private void tell(HttpExchange exchange) throws IOException {
    Answer.json(200, document).send(exchange);
  }

  /** The value of {@code JOIN}. */
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
