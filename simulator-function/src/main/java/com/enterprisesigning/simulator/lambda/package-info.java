/**
 * The simulator as one Lambda function behind a function URL (design section 8): the wire API and
 * the control API, each under a path that begins with the stack's secret.
 */
package com.enterprisesigning.simulator.lambda;
