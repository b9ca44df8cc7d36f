/**
 * Plays the calls before a snapshot is taken. The core, the SDK and the BankID client are the real
 * ones; the table, the queue and BankID are stand-ins inside this process. Nothing is written,
 * signed, logged or counted. See {@code docs/architecture.md#on-aws}.
 */
package com.enterprisesigning.functions.rehearsal;
