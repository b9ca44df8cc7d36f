package com.enterprisesigning.simulator.order;

import java.time.Instant;

/** The result of a collect. */
public sealed interface Collected {
  record Pending(String hintCode) implements Collected {}

  record Failed(String hintCode) implements Collected {}

  /** BankID answers this error instead of the order's state. */
  record Faulty(int status, String errorCode) implements Collected {}

  /** The completion, handed out now and never again. */
  record Complete(Order order, Instant signedAt) implements Collected {}

  /** The order is unknown, another relying party's, cancelled, already handed out or too old. */
  record NoSuchOrder() implements Collected {}
}
