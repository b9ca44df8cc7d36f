/**
 * The conflict rules: who may start a signing, and what a start that may not leaves behind (design
 * section 3). Pure: no clock, no store, no BankID. Start reading at {@link
 * com.enterprisesigning.conflict.ConflictRules}.
 */
package com.enterprisesigning.conflict;
