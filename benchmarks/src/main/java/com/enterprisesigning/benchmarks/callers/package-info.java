/** The callers of a local run: partners that call the API, and persons with their phones. */
package com.enterprisesigning.benchmarks.callers;
