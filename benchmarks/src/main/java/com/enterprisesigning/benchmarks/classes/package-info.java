/** Which classes a function loads, and when. */
package com.enterprisesigning.benchmarks.classes;
