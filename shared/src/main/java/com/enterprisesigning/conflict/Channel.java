package com.enterprisesigning.conflict;

/** The way a signing was started: {@code /start} or {@code /start/phone}. */
public enum Channel {
  START("START"),
  PHONE("START_PHONE");

  private final String call;

  Channel(String call) {
    this.call = call;
  }

  /** The call that made it, as the contract and the audit name it (design section 2). */
  public String call() {
    return call;
  }
}
