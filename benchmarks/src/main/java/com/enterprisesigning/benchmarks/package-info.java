/**
 * What the shipped jar costs (design section 12): in time, beside the barest handlers that do the
 * same, on the same machine and in turns; in capacity units; under many callers.
 */
package com.enterprisesigning.benchmarks;
