/**
 * The server of a company that uses the signing API, as small as it can be: the page at {@code /}
 * talks to it, and it alone has the token (design section 10).
 */
package com.enterprisesigning.local.partner;
