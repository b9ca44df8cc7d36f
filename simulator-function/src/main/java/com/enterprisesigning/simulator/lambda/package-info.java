/**
 * The simulator as one Lambda function behind a function URL: the wire API and the control API,
 * each under a path that begins with the stack's secret. See {@code
 * docs/architecture.md#the-simulator}.
 */
package com.enterprisesigning.simulator.lambda;
