/** What is written of the figures: Markdown as it goes, budgets with their verdicts, a picture. */
package com.enterprisesigning.benchmarks.report;
