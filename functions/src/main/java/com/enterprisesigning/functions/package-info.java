/**
 * One Lambda function a call: event in, core call, answer out, one log line; and the one place that
 * reads settings and wires.
 */
package com.enterprisesigning.functions;
