package com.enterprisesigning.conflict;

/** How a signing was started: by {@code /start} or {@code /start/phone}. */
public enum Channel {
  START("START"),
  PHONE("START_PHONE");

  private final String call;

  Channel(String call) {
    this.call = call;
  }

  /** Returns the name of the call, as the contract and the audit log use it. */
  public String call() {
    return call;
  }
}
