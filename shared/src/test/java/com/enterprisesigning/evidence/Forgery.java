package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A way to make evidence that should not verify. Everything else fits it, and the service is said
 * to have accepted it.
 */
public enum Forgery {
  /** Nothing is forged. */
  NONE,

  /** Somebody else signed. BankID's answer is said to name the registered person. */
  OTHER_SIGNER,

  /** The forger has made root, CAs, responder and the signer's certificate. */
  OTHER_HIERARCHY,

  /** The responder's response of another signature. */
  NONCE_OF_ANOTHER,

  /** The same, and the part of the response that is about the certificate has the right nonce. */
  SECOND_NONCE,

  /** A response without a nonce, and beside the responder's certificate one that carries it. */
  NONCE_IN_A_SECOND_CERTIFICATE,

  /** The same, with the responder's certificate in the signature instead. */
  NONCE_IN_THE_ONLY_CERTIFICATE,

  /** Only zero bytes tell that it is not ASCII. */
  UTF_16,
  UTF_16_WITH_BYTE_ORDER_MARK,
  LATIN_1,

  /** A reader that looks for the encoding in the first few hundred bytes does not find it. */
  LATIN_1_AFTER_SPACES;

  /** With another name for the root, so that a reader who trusts both roots finds it. */
  private static final Hierarchy FORGERS =
      Hierarchy.under(
          CertificateSpec.authority("CN=Root of a forger", Keys.STRANGER).selfIssued(),
          Keys.STRANGER);

  /** Returns the root of {@link #OTHER_HIERARCHY}. */
  public static X509Certificate forgersRoot() {
    return FORGERS.root().certificate();
  }

  private void apply(SigningBench bench) {
    switch (this) {
      case NONE -> {}
      case OTHER_SIGNER -> use(bench, Hierarchy.GENUINE, SigningBench.ANOTHER.digits());
      case OTHER_HIERARCHY -> {
        use(bench, FORGERS, SigningBench.SIGNER.digits());
        bench.ocsp.respondAs(FORGERS.responder());
        bench.ocsp.issuer = FORGERS.customerCa().certificate();
      }
      case NONCE_OF_ANOTHER -> bench.ocsp.nonce = whole -> new byte[whole.length];
      case SECOND_NONCE -> {
        bench.ocsp.nonce = whole -> new byte[whole.length];
        bench.ocsp.withNonceInTheSingleResponse = true;
      }
      case NONCE_IN_A_SECOND_CERTIFICATE -> {
        bench.ocsp.withNonce = false;
        bench.ocsp.carriedFor =
            nonce -> List.of(Hierarchy.GENUINE.responder().certificate(), withNonce(nonce));
      }
      case NONCE_IN_THE_ONLY_CERTIFICATE -> {
        List<X509Certificate> path = new ArrayList<>(bench.signature.certificates);
        path.add(Hierarchy.GENUINE.responder().certificate());
        bench.signature.certificates = path;
        bench.ocsp.withNonce = false;
        bench.ocsp.carriedFor = nonce -> List.of(withNonce(nonce));
      }
      case UTF_16 -> encode(bench, StandardCharsets.UTF_16LE, "UTF-16LE", "");
      case UTF_16_WITH_BYTE_ORDER_MARK -> encode(bench, StandardCharsets.UTF_16, "UTF-16", "");
      case LATIN_1 -> encode(bench, StandardCharsets.ISO_8859_1, "ISO-8859-1", "");
      case LATIN_1_AFTER_SPACES ->
          encode(bench, StandardCharsets.ISO_8859_1, "ISO-8859-1", " ".repeat(300));
    }
  }

  /** Returns the forged evidence. */
  public Evidence evidence() {
    SigningBench bench = SigningBench.genuine();
    SampleEvidence.bind(bench);
    apply(bench);
    return SampleEvidence.of(
        bench.completion(),
        bench.sent,
        SigningBench.genuine().verify(),
        Channel.START,
        EndUserIp.parse("192.0.2.7"));
  }

  private static void use(SigningBench bench, Hierarchy hierarchy, String signer) {
    X509Certificate user =
        Hierarchy.newUser(Hierarchy.subject(signer)).issuedBy(hierarchy.customerCa()).certificate();
    bench.signature.certificates =
        List.of(user, hierarchy.customerCa().certificate(), hierarchy.bankCa().certificate());
    bench.ocsp.serial = user.getSerialNumber();
  }

  private static X509Certificate withNonce(byte[] nonce) {
    return new CertificateSpec(new X500Name("CN=Anybody"), Keys.STRANGER)
        .with(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, new DEROctetString(nonce))
        .selfIssued()
        .certificate();
  }

  private static void encode(SigningBench bench, Charset charset, String name, String spaces) {
    bench.signature.charset = charset;
    bench.signature.document =
        xml -> xml.replace("encoding=\"UTF-8\"", spaces + "encoding=\"" + name + "\"");
  }
}
