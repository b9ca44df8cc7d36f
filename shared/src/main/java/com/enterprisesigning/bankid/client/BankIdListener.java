package com.enterprisesigning.bankid.client;

/** Hears what happens in the client, to log and to count it. Must not throw, and be quick. */
@FunctionalInterface
public interface BankIdListener {
  void on(BankIdEvent event);
}
