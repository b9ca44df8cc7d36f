/**
 * Functions as Lambda runs them: the shipped jar in its own JVM, under Lambda's own runtime
 * interface client. The runtime API here takes the place of Lambda's.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the runtime API</a>
 */
package com.enterprisesigning.local.lambda.runtime;
