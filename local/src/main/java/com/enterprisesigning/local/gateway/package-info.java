/**
 * Behaves like API Gateway's HTTP API towards the functions and their callers. It serves the routes
 * of {@code template.yaml} behind the JWT authorizer, with payload format 2.0. The gateway's own
 * answers are API Gateway's, word for word.
 */
package com.enterprisesigning.local.gateway;
