/**
 * The server of a company that uses the signing API, as small as it can be. The page at {@code /}
 * talks to it, and only this server has the token.
 */
package com.enterprisesigning.local.partner;
