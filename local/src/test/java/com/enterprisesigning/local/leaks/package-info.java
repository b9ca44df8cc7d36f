/**
 * Looks through all that the product has written in a whole run of the tests for what it must never
 * write (design section 6, invariant 8).
 */
package com.enterprisesigning.local.leaks;
