/**
 * The reports of the figures: Markdown written as it goes, budgets with their verdicts, a chart.
 */
package com.enterprisesigning.benchmarks.report;
