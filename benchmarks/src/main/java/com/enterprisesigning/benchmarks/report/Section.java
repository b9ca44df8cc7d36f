package com.enterprisesigning.benchmarks.report;

/** A part of the report that can be measured by itself. */
@FunctionalInterface
public interface Section {
  /** Measures, and adds the results to the report. */
  void measure(Report report) throws Exception;
}
