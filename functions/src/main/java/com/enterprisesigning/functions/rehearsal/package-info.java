/**
 * The calls played through before a snapshot is taken (design section 11, SnapStart): the core, the
 * SDK and the client of BankID as they are, but against a table, a queue and a BankID of their own
 * in this process. Nothing is written, nothing is signed, and nothing is told of it.
 */
package com.enterprisesigning.functions.rehearsal;
