/**
 * The follow-up queue on SQS ({@code docs/architecture.md#follow-up}): how its messages are
 * written, read and sent.
 */
package com.enterprisesigning.sqs;
