/**
 * The evidence of a signing: what is kept, and how it is verified against pinned roots (design
 * section 5, bankid-facts section 6). Every class here that reads a completion treats it as hostile
 * until proven; none of them trusts a certificate because it came along.
 */
package com.enterprisesigning.evidence;
