package com.enterprisesigning.local.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Makes a call with any {@code Host} header, which Java's HTTP client does not allow. */
public final class NamedHost {
  private NamedHost() {}

  /** Sends a GET and returns the status. */
  public static int status(InetAddress address, int port, String path, String host)
      throws IOException {
    try (Socket socket = new Socket(address, port)) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
  }
}
