/**
 * The references: handlers that do as little as can be done for an event, and for the same input
 * and output, without a line that makes them better or worse than they must be.
 */
package com.enterprisesigning.benchmarks.bare;
