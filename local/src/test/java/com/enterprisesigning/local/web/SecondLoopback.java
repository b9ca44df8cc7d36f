package com.enterprisesigning.local.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** 127.0.0.3, which the tests use as the address of the containers' bridge. */
public final class SecondLoopback {
  public static final String NAME = "127.0.0.3";
  public static final InetAddress ADDRESS = InetAddress.ofLiteral(NAME);

  private SecondLoopback() {}

  /** Skips the test where the address cannot be bound, as on macOS. */
  public static void assumeBindable() throws IOException {
    assumeTrue(isBindable(), NAME + " cannot be bound; on macOS: sudo ifconfig lo0 alias " + NAME);
  }

  private static boolean isBindable() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, ADDRESS)) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }
}
