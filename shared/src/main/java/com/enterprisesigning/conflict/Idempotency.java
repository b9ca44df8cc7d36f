package com.enterprisesigning.conflict;

/**
 * A caller's {@code Idempotency-Key} and its request. Both are kept as digests, so that neither can
 * carry a secret into the table. {@code docs/architecture.md#the-contract} says which calls with
 * the same key count as the same call.
 *
 * @param keyDigest SHA-256 of the key, in hexadecimal
 * @param requestDigest SHA-256 of the request's members in a canonical order, in hexadecimal. The
 *     digest of a start leaves out {@code end_user_ip}, which is compared separately, in canonical
 *     form.
 */
public record Idempotency(String keyDigest, String requestDigest) {}
