/** What an evidence package costs: its size, and the time in which it is written. */
package com.enterprisesigning.benchmarks.evidence;
