/** A BankID that is not BankID, for the sandbox, the local run and tests (design section 8). */
package com.enterprisesigning.simulator;
