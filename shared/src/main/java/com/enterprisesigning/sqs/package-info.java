/**
 * The follow-up queue on SQS (design section 5, follow-up): how its messages are written and read,
 * and how they are sent.
 */
package com.enterprisesigning.sqs;
