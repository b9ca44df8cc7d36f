package com.enterprisesigning.local.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets through only requests for this machine's own names. Otherwise a web page whose name was made
 * to resolve here could read and drive the run (DNS rebinding).
 */
final class OwnHosts extends Filter {
  /** The last name is the one by which a container calls this machine. */
  private static final Pattern OWN =
      Pattern.compile(
          "(127(\\.\\d{1,3}){3}|localhost|\\[::1]|host\\.docker\\.internal)(:\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    Optional<String> host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"));
    if (host.filter(name -> !OWN.matcher(name).matches()).isPresent()) {
      Answer.json(421, "{\"message\":\"This is 127.0.0.1, and no other host.\"}").send(exchange);
    } else {
      chain.doFilter(exchange);
    }
  }

  @Override
  public String description() {
    return "refuses the names of other hosts";
  }
}
