/**
 * The service as its callers see it: over HTTP, against local runs in processes of their own, every
 * answer held to the contract. Start reading at {@link
 * com.enterprisesigning.local.blackbox.ConflictRulesTest}.
 */
package com.enterprisesigning.local.blackbox;
