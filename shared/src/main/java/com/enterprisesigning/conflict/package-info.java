/**
 * The conflict rules: who may start a signing, and which guard a refused start leaves behind
 * ({@code docs/architecture.md#the-conflict-rules}). The rules are pure: no clock, no store, no
 * BankID. Start reading at {@link com.enterprisesigning.conflict.ConflictRules}.
 */
package com.enterprisesigning.conflict;
