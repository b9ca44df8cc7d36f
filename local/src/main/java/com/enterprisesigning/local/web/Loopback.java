package com.enterprisesigning.local.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The loopback address, on which the local run listens. No other machine can reach it. Every user
 * of this machine can, and so can every container of Docker Desktop.
 */
public final class Loopback {
  private static final String ADDRESS = "127.0.0.1";

  private Loopback() {}

  /** Returns the address to listen on. */
  public static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port);
  }

  /** Returns the URL to call, without a trailing slash. */
  public static URI url(int port) {
    return URI.create("http://" + ADDRESS + ":" + port);
  }
}
