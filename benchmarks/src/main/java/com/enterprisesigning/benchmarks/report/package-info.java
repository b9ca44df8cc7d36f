/** The report in Markdown, written piece by piece: tables of figures, and budgets with verdicts. */
package com.enterprisesigning.benchmarks.report;
