/** What is counted of the business, as CloudWatch reads it from the log (design section 11). */
package com.enterprisesigning.functions.metrics;
