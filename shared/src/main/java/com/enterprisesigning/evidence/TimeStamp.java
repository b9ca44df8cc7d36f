package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Digest;
import java.time.Instant;
import java.util.UUID;

/**
 * A checked time stamp of evidence (RFC 3161): an authority that has nothing to do with the signing
 * says that the evidence existed then. It is over {@link StampedText}.
 *
 * @param token base64 of the DER of the time-stamp token
 * @param at the token's genTime
 * @param authority the subject of the certificate that signed the token (RFC 2253)
 */
public record TimeStamp(String token, Instant at, String authority) {

  /** Returns the digest of the time stamp of this order, in lower-case hexadecimal. */
  public String digest(UUID participantId, String orderRef) {
    return new Digest("time_stamp")
        .add(participantId)
        .add(orderRef)
        .add(token)
        .add(at)
        .add(authority)
        .hex();
  }
}
