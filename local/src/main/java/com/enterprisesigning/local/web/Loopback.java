package com.enterprisesigning.local.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The one address that the local run listens on: nobody reaches it from another machine. */
public final class Loopback {
  private static final String ADDRESS = "127.0.0.1";

  private Loopback() {}

  /** Where to listen. */
  public static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port);
  }

  /** What to call, without a trailing slash. */
  public static URI url(int port) {
    return URI.create("http://" + ADDRESS + ":" + port);
  }
}
