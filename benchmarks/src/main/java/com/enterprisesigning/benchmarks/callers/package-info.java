/** Somebody who calls a local run: partners with their calls, and persons with their phones. */
package com.enterprisesigning.benchmarks.callers;
