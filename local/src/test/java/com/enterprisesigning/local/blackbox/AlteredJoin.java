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
 * A run's join document with some settings of the functions replaced. {@code JOIN} names this
 * server instead of the run. It has no phone and no journal.
 */
public final class AlteredJoin implements AutoCloseable {
  private static final String PATH = "/sandbox/join";

  private final LoopbackServer server;
  private final String document;

  /**
   * Starts the server.
   *
   * @param document of the run that is really joined
   * @param settings that replace the run's own, by name
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

  /** Returns the value for {@code JOIN}. */
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
