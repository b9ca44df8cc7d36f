/**
 * Implements the port to an authority that vouches for a time, over HTTP (RFC 3161). An answer is
 * hostile until it is checked against the request and the pinned root.
 */
package com.enterprisesigning.timestamp;
