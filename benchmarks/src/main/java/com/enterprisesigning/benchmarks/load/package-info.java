/** Many callers at once: how throughput and latency grow, and proof that nothing breaks. */
package com.enterprisesigning.benchmarks.load;
