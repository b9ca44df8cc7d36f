package com.enterprisesigning.local.template;

import java.time.Duration;
import java.util.List;

/**
 * A function as the template defines it.
 *
 * @param name the logical id
 * @param handler the class's full name
 * @param timeout after which Lambda ends an invocation
 * @param memoryMegabytes the memory that the handler's context reports
 * @param routes the routes of the HTTP API that lead to the function
 */
public record FunctionDefinition(
    String name, String handler, Duration timeout, int memoryMegabytes, List<Route> routes) {

  public FunctionDefinition {
    routes = List.copyOf(routes);
  }
}
