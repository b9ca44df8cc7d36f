/**
 * API Gateway's HTTP API and Lambda, as far as the functions and their callers can tell. The routes
 * are those of {@code template.yaml}, behind the JWT authorizer, with payload 2.0 in and out. The
 * gateway's own answers are API Gateway's word for word.
 */
package com.enterprisesigning.local.gateway;
