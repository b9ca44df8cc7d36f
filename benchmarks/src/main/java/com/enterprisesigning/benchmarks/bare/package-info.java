/**
 * The references: handlers that do the least possible for an event, or for the same input and
 * output. No line makes them better or worse than they must be.
 */
package com.enterprisesigning.benchmarks.bare;
