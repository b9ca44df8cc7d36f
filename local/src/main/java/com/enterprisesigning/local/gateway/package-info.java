/**
 * API Gateway's HTTP API and Lambda as far as the functions and their callers can tell: the routes
 * of {@code template.yaml}, payload 2.0 in and out, the JWT authorizer, and the gateway's own
 * answers word for word.
 */
package com.enterprisesigning.local.gateway;
