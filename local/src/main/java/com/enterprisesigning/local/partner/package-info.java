/**
 * A minimal server of a company that uses the signing API. The page at {@code /} calls this server,
 * which alone has the token.
 */
package com.enterprisesigning.local.partner;
