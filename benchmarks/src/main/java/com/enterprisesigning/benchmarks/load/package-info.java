/** Measures throughput and latency with many callers, and counts violations of the rules. */
package com.enterprisesigning.benchmarks.load;
