package com.enterprisesigning.bankid.client;

/** Receives the client's events, to log and count them. Must not throw, and must return quickly. */
@FunctionalInterface
public interface BankIdListener {
  void on(BankIdEvent event);
}
