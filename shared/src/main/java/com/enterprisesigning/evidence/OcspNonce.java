package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;

/**
 * The nonce that ties an OCSP response to a signature: 20 bytes of SHA-1 over the signature's
 * base64 text as received, then 12 random bytes ({@code docs/bankid.md#the-signature}). SHA-1 is
 * BankID's choice; finding another signature with the same digest would take a second preimage.
 */
final class OcspNonce {
  private static final int DIGEST_BYTES = 20;
  private static final int OCTET_STRING = 0x04;

  private OcspNonce() {}

  /**
   * Checks the nonce.
   *
   * @param signature base64 as received: the digest covers the text, not the bytes that it encodes
   */
  static void check(OcspResponse response, String signature) throws StepFailed {
    Extension extension = response.content().getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (extension == null) {
      throw new StepFailed("The OCSP response has no nonce.");
    }
    byte[] nonce = extension.getExtnValue().getOctets();
    byte[] digest = sha1(signature);
    if (!begins(nonce, digest) && !begins(unwrapped(nonce), digest)) {
      throw new StepFailed("The OCSP response was made for another signature.");
    }
  }

  private static boolean begins(byte[] nonce, byte[] digest) {
    return nonce.length >= DIGEST_BYTES
        && MessageDigest.isEqual(Arrays.copyOf(nonce, DIGEST_BYTES), digest);
  }

  /**
   * BankID puts the bare bytes into the extension, while RFC 8954 wraps them in an OCTET STRING.
   * Both are accepted, because otherwise every signature would fail on the day the responder adopts
   * the RFC. An attacker gains nothing, because both forms must contain the digest.
   */
  private static byte[] unwrapped(byte[] nonce) {
    boolean wrapped = nonce.length > 2 && nonce[0] == OCTET_STRING && nonce[1] == nonce.length - 2;
    return wrapped ? Arrays.copyOfRange(nonce, 2, nonce.length) : nonce;
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
