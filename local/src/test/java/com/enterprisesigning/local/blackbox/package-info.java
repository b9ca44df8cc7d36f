/**
 * The service as its callers see it: over HTTP, against local runs in separate processes, with
 * every answer checked against the contract. Start reading at {@link
 * com.enterprisesigning.local.blackbox.ConflictRulesTest}.
 */
package com.enterprisesigning.local.blackbox;
