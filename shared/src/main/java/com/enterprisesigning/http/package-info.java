/**
 * The contract over HTTP ({@code docs/architecture.md#the-contract}): the form of requests, the
 * form of answers, and every error as a problem. This package knows no AWS type; the core is behind
 * {@link com.enterprisesigning.signing.SigningService}.
 */
package com.enterprisesigning.http;
