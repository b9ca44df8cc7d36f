/**
 * The shipped jar beside the barest handlers that do the same, in one run (design section 12). What
 * is reported is a ratio: both were measured on the same machine, in turns.
 */
package com.enterprisesigning.benchmarks;
