/**
 * A simulated BankID for the sandbox, the local run and tests. Its design is {@code
 * docs/architecture.md#the-simulator}; the facts about BankID are in {@code docs/bankid.md}.
 */
package com.enterprisesigning.simulator;
