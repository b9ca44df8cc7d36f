package com.enterprisesigning.evidence;

import static com.enterprisesigning.evidence.SigningBench.broken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test breaks the OCSP response in one way. */
class OcspTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private static void assertRefusedAt(Step step, Consumer<OcspSpec> fault) {
    broken(it -> fault.accept(it.ocsp)).assertRefusedAt(step);
  }

  @Nested
  class Signature {

    @Test
    void verify_refuses_whenTheResponseWasAltered() {
      assertRefusedAt(Step.OCSP_SIGNATURE, ocsp -> ocsp.der = Signature::withAnotherStatus);
    }

    /** Turns "good", context tag 0 of length 0, into "unknown", which is tag 2. */
    private static byte[] withAnotherStatus(byte[] der) {
      byte[] altered = der.clone();
      for (int i = 0; i < der.length - 3; i++) {
        if (der[i] == (byte) 0x80 && der[i + 1] == 0 && der[i + 2] == 0x18) {
          altered[i] = (byte) 0x82;
          return altered;
        }
      }
      throw new IllegalStateException("no status found");
    }

    @Test
    void verify_refuses_whenAnotherKeySignedThanThatOfTheCarriedCertificate() {
      assertRefusedAt(
          Step.OCSP_SIGNATURE,
          ocsp ->
              ocsp.responder =
                  new Identity(
                      Keys.STRANGER.getPrivate(), Hierarchy.GENUINE.responder().certificate()));
    }

    @Test
    void verify_refuses_whenNoCertificateIsCarried() {
      assertRefusedAt(Step.OCSP_SIGNATURE, ocsp -> ocsp.carried = List.of());
    }

    @Test
    void verify_refuses_whenItIsSignedWithSha1() {
      assertRefusedAt(Step.OCSP_SIGNATURE, ocsp -> ocsp.algorithm = "SHA1withRSA");
    }

    @ParameterizedTest
    @ValueSource(
        ints = {
          OCSPRespBuilder.MALFORMED_REQUEST,
          OCSPRespBuilder.INTERNAL_ERROR,
          OCSPRespBuilder.TRY_LATER,
          OCSPRespBuilder.UNAUTHORIZED
        })
    void verify_refuses_whenTheResponderDidNotAnswer(int status) {
      assertRefusedAt(Step.OCSP_SIGNATURE, ocsp -> ocsp.responseStatus = status);
    }

    @Test
    void verify_refuses_whenItWasProducedInTheFuture() {
      assertRefusedAt(
          Step.OCSP_SIGNATURE, ocsp -> ocsp.producedAt = SigningBench.SIGNED_AT.plus(HOUR));
    }

    @Test
    void verify_passes_whenTheRespondersClockIsAMinuteAhead() {
      SigningBench bench =
          broken(it -> {
            it.ocsp.producedAt = SigningBench.SIGNED_AT.plus(MINUTE);
            it.ocsp.thisUpdate = SigningBench.SIGNED_AT.plus(MINUTE);
          });
      assertTrue(bench.verify().isVerified());
    }
  }

  @Nested
  class Responder {

    private static void assertRefused(Identity responder) {
      SigningBench bench = broken(it -> it.ocsp.respondAs(responder));
      bench.assertRefusedAt(Step.OCSP_RESPONDER);
      assertEquals(Optional.empty(), bench.verify().producedAt());
    }

    @Test
    void verify_refuses_whenAnotherCaOfTheSameNameIssuedIt() {
      Identity counterfeit =
          CertificateSpec.authority(Hierarchy.CUSTOMER_CA, Keys.STRANGER)
              .issuedBy(Hierarchy.GENUINE.bankCa());
      assertRefused(Hierarchy.newResponder().issuedBy(counterfeit));
    }

    @Test
    void verify_refuses_whenAnotherCaOfTheSameBankIssuedIt() {
      assertRefused(Hierarchy.newResponder().issuedBy(Hierarchy.GENUINE.bankCa()));
    }

    @Test
    void verify_refuses_whenItIsNotMeantForOcsp() {
      X500Name name = new X500Name(Hierarchy.RESPONDER);
      assertRefused(
          new CertificateSpec(name, Keys.RESPONDER)
              .usage(KeyUsage.digitalSignature)
              .issuedBy(Hierarchy.GENUINE.customerCa()));
      assertRefused(
          new CertificateSpec(name, Keys.RESPONDER)
              .usage(KeyUsage.digitalSignature)
              .purpose(KeyPurposeId.anyExtendedKeyUsage)
              .issuedBy(Hierarchy.GENUINE.customerCa()));
    }

    @Test
    void verify_refuses_whenItsKeyIsNotForSigning() {
      assertRefused(
          new CertificateSpec(new X500Name(Hierarchy.RESPONDER), Keys.RESPONDER)
              .usage(KeyUsage.keyEncipherment)
              .purpose(KeyPurposeId.id_kp_OCSPSigning)
              .issuedBy(Hierarchy.GENUINE.customerCa()));
    }

    @Test
    void verify_refuses_whenItIsTheUser() {
      SigningBench bench = SigningBench.genuine();
      bench.ocsp.respondAs(
          new Identity(Keys.USER.getPrivate(), bench.signature.certificates.getFirst()));
      bench.assertRefusedAt(Step.OCSP_RESPONDER);
    }

    @Test
    void verify_refuses_whenItHadExpired() {
      assertRefused(
          Hierarchy.newResponder()
              .valid(SigningBench.SIGNED_AT.minus(HOUR), SigningBench.SIGNED_AT.minus(MINUTE))
              .issuedBy(Hierarchy.GENUINE.customerCa()));
    }
  }

  @Nested
  class Status {

    private static void assertRefused(Consumer<OcspSpec> fault) {
      assertRefusedAt(Step.CERTIFICATE_STATUS, fault);
    }

    @Test
    void verify_refuses_whenTheCertificateWasRevoked() {
      assertRefused(ocsp ->
          ocsp.status =
              new RevokedStatus(Date.from(SigningBench.SIGNED_AT), CRLReason.keyCompromise));
    }

    @Test
    void verify_refuses_whenTheCertificateIsUnknown() {
      assertRefused(ocsp -> ocsp.status = new UnknownStatus());
    }

    @Test
    void verify_refuses_whenItIsAboutAnotherSerialNumber() {
      assertRefused(ocsp -> ocsp.serial = ocsp.serial.add(BigInteger.ONE));
    }

    @Test
    void verify_refuses_whenItIsAboutAnotherIssuersName() {
      assertRefused(ocsp -> ocsp.issuer = Hierarchy.GENUINE.bankCa().certificate());
    }

    @Test
    void verify_refuses_whenItIsAboutAnotherIssuersKey() {
      assertRefused(ocsp ->
          ocsp.issuer =
              CertificateSpec.authority(Hierarchy.CUSTOMER_CA, Keys.STRANGER)
                  .selfIssued()
                  .certificate());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void verify_refuses_whenItDoesNotCoverTheCertificateExactlyOnce(int answers) {
      assertRefused(ocsp -> ocsp.answers = answers);
    }

    @Test
    void verify_refuses_whenTheStatusIsOfALaterTime() {
      assertRefused(ocsp -> ocsp.thisUpdate = SigningBench.SIGNED_AT.plus(HOUR));
    }

    @Test
    void verify_refuses_whenTheStatusWasOutOfDate() {
      assertRefused(ocsp -> {
        ocsp.thisUpdate = SigningBench.SIGNED_AT.minus(HOUR);
        ocsp.nextUpdate = SigningBench.SIGNED_AT.minus(MINUTE);
      });
    }
  }

  @Nested
  class Nonce {

    @Test
    void verify_refuses_whenThereIsNone() {
      assertRefusedAt(Step.OCSP_NONCE, ocsp -> ocsp.withNonce = false);
    }

    @Test
    void verify_refuses_whenItIsOfAnotherSignature() {
      assertRefusedAt(
          Step.OCSP_NONCE,
          ocsp ->
              ocsp.nonce =
                  nonce -> {
                    nonce[19] ^= 1;
                    return nonce;
                  });
    }

    @Test
    void verify_refuses_whenItIsShorterThanTheDigest() {
      assertRefusedAt(Step.OCSP_NONCE, ocsp -> ocsp.nonce = nonce -> Arrays.copyOf(nonce, 19));
    }

    @Test
    void verify_passes_whenItIsWrappedAsRfc8954Says() {
      SigningBench bench =
          broken(it ->
              it.ocsp.nonce =
                  nonce -> {
                    byte[] wrapped = new byte[nonce.length + 2];
                    wrapped[0] = 0x04;
                    wrapped[1] = (byte) nonce.length;
                    System.arraycopy(nonce, 0, wrapped, 2, nonce.length);
                    return wrapped;
                  });
      assertTrue(bench.verify().isVerified());
    }
  }
}
