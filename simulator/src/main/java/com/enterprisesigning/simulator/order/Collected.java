package com.enterprisesigning.simulator.order;

import java.time.Instant;

/** What a collect finds. */
public sealed interface Collected {
  record Pending(String hintCode) implements Collected {}

  record Failed(String hintCode) implements Collected {}

  /** BankID cannot say. */
  record Faulty(int status, String errorCode) implements Collected {}

  /** Handed out now and never again. */
  record Complete(Order order, Instant signedAt) implements Collected {}

  /** Unknown, another's, cancelled, handed out already or too old. */
  record NoSuchOrder() implements Collected {}
}
