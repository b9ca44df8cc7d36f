/** Measures functions of the shipped jar and their references, each in its own process. */
package com.enterprisesigning.benchmarks.starts;
