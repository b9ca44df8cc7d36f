package com.enterprisesigning.benchmarks.report;

/** A part of the report, which can be measured alone. */
@FunctionalInterface
public interface Section {
  /** Measures, and writes it down. */
  void measure(Report report) throws Exception;
}
