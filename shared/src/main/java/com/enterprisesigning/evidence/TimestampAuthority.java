package com.enterprisesigning.evidence;

/**
 * The port to an authority that vouches for a time (RFC 3161). The answer is checked before it is
 * returned; a failure is an answer too, never an exception.
 */
@FunctionalInterface
public interface TimestampAuthority {

  /**
   * Asks for a time stamp.
   *
   * @param sha256 the digest to stamp, 32 bytes
   */
  Answer stamp(byte[] sha256);

  /** What came of asking. */
  sealed interface Answer {
    /** A time stamp of the digest, which chains to the pinned root. */
    record Stamped(TimeStamp timeStamp) implements Answer {}

    /** No time stamp, or one that must not be kept. Asking again later may help. */
    record Refused(Reason reason) implements Answer {}
  }

  /** Why there is no time stamp. The names appear in the log and in a metric. */
  enum Reason {
    /** There was no connection, it broke, or the answer was too large to read. */
    AWAY,
    /** The answer did not arrive in time. */
    SLOW,
    /** The answer has an HTTP status other than 200. */
    HTTP_STATUS,
    /** The answer is not a time-stamp response. */
    UNREADABLE,
    /** The authority refused the request. */
    REJECTED,
    /** The token is for another digest. */
    WRONG_IMPRINT,
    /** The token answers another request. */
    WRONG_NONCE,
    /** The token does not name the one certificate that signed it. */
    NO_CERTIFICATE,
    /** The certificate is not for time stamps alone (critical extended key usage). */
    WRONG_PURPOSE,
    /** The certificate was not valid at the token's time. */
    EXPIRED,
    /** The token's signature does not verify. */
    WRONG_SIGNATURE,
    /** The token, or a certificate, is signed otherwise than with RSA or ECDSA and SHA-2. */
    OTHER_ALGORITHM,
    /** The certificate does not lead to the pinned root by certificates that were valid then. */
    UNTRUSTED,
    /** The token's time is not the time of the request. */
    WRONG_TIME,
    /** The pinned root cannot be read. */
    ROOT_UNREADABLE
  }
}
