package com.enterprisesigning.conflict;

/**
 * A caller's {@code Idempotency-Key} and what it was sent with, both as digests: neither can carry
 * a secret into the table. Which calls of the same key are the same call is design section 2's
 * rule.
 *
 * @param keyDigest SHA-256 of the key, hexadecimal
 * @param requestDigest SHA-256 of the request's members in a canonical order, hexadecimal; that of
 *     a start leaves {@code end_user_ip} out, which is compared in canonical form on its own
 */
public record Idempotency(String keyDigest, String requestDigest) {}
