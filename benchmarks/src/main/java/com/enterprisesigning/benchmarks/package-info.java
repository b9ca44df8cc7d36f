/**
 * Measures what the shipped jar costs. Time is measured against the barest handlers that do the
 * same, on the same machine and in turns. The other figures are capacity units and the behaviour
 * under many callers. See {@code docs/performance.md}.
 */
package com.enterprisesigning.benchmarks;
