/** Business metrics, which CloudWatch reads from the log. See {@code docs/audit.md#metrics}. */
package com.enterprisesigning.functions.metrics;
