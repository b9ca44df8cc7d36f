/**
 * The token issuer of the local run: OAuth 2.0 client credentials (RFC 6749 section 4.4), signed
 * JWTs, and the key set that verifies them.
 */
package com.enterprisesigning.local.token;
