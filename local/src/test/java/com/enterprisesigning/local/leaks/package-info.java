/**
 * Searches everything that the product has written in a whole run of the tests for what it must
 * never write: invariant 8, {@code docs/architecture.md#invariants}.
 */
package com.enterprisesigning.local.leaks;
