package com.enterprisesigning.conflict;

/** The way a signing was started: {@code /start} or {@code /start/phone}. */
public enum Channel {
  START,
  PHONE
}
