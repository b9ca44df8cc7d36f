/**
 * The references for the measurements: handlers that do the least possible for an event, or for the
 * same input and output as one of our functions. They are neither tuned nor slowed down.
 */
package com.enterprisesigning.benchmarks.bare;
