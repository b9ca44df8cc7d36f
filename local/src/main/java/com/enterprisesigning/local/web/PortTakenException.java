package com.enterprisesigning.local.web;

import java.io.IOException;

/** Another process has a port that this run needs. The message says what to do. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param port the port that could not be bound
   * @param purpose the server that needs the port, such as {@code the gateway}
   */
  public PortTakenException(int port, String purpose, Throwable cause) {
    super(
        "Port "
            + port
            + " for "
            + purpose
            + " is taken. Stop what listens there (another local run?). Without CONTAINERS you can"
            + " instead set PORT=0 to take any free ports, or JOIN=<its url> to run a second gateway"
            + " beside it.",
        cause);
  }
}
