/**
 * The contract over HTTP (design section 2): what a request must look like, what an answer looks
 * like, and every error as a problem. Knows no AWS type; the core is behind {@link
 * com.enterprisesigning.signing.SigningApi}.
 */
package com.enterprisesigning.http;
