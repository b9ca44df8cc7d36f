/**
 * A BankID that is not BankID, for the sandbox, the local run and tests (design section 8). The
 * design is {@code docs/architecture.md}, the facts about BankID are {@code docs/bankid.md}.
 */
package com.enterprisesigning.simulator;
