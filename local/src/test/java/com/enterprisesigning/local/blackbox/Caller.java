package com.enterprisesigning.local.blackbox;

/**
 * The client that calls, and its address.
 *
 * @param client of the token; its secret is its name
 * @param address of this machine that the connection comes from
 */
public record Caller(String client, String address) {
  public static final Caller DEMO = new Caller("demo", "127.0.0.1");
  static final Caller DEMO_ELSEWHERE = new Caller("demo", "127.0.0.2");
  static final Caller OTHER = new Caller("other", "127.0.0.1");
  static final Caller SERVER = new Caller("server", "127.0.0.1");
}
