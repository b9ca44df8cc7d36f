/**
 * The evidence of a signing: what is kept, and how it is verified against pinned roots ({@code
 * docs/architecture.md#store}, {@code docs/bankid.md#the-signature}). Every class here that reads a
 * completion treats it as hostile until proven. None of them trusts a certificate because the
 * completion contains it.
 */
package com.enterprisesigning.evidence;
