/**
 * One Lambda function a call: event in, core call, answer out, one log line; and the one place that
 * reads settings and wires. What the comments cite stands in {@code docs/architecture.md} and
 * {@code docs/bankid.md}.
 */
package com.enterprisesigning.functions;
