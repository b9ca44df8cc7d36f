/**
 * Functions as Lambda runs them: the shipped jar in a JVM of its own, under Lambda's own runtime
 * interface client, against a runtime API that stands where Lambda's does.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the runtime API</a>
 */
package com.enterprisesigning.local.lambda.runtime;
