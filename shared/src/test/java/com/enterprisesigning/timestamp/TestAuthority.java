package com.enterprisesigning.timestamp;

import com.enterprisesigning.evidence.CertificateSpec;
import com.enterprisesigning.evidence.Identity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority on this machine, which a test can make answer wrongly in one respect. */
final class TestAuthority implements AutoCloseable {
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");
  private static final KeyPair ROOT_KEY = keys("EC", 256);
  private static final KeyPair CA_KEY = keys("EC", 256);
  private static final KeyPair KEY = keys("EC", 256);
  private static final KeyPair RSA_KEY = keys("RSA", 2048);

  final Identity root = rootSpec().selfIssued();
  private final Identity ca =
      CertificateSpec.authority("CN=CA", CA_KEY).signedWith("SHA256withECDSA").issuedBy(root);

  /** Signs the tokens. */
  Identity signer = signer().issuedBy(ca);

  /** The certificates in the tokens. */
  List<X509Certificate> certificates = List.of(signer.certificate(), ca.certificate());

  String algorithm = "SHA256withECDSA";
  Instant at;

  /** What is answered. */
  @FunctionalInterface
  interface Reply {
    void send(HttpExchange exchange, TimeStampRequest request) throws IOException;
  }

  private final List<TimeStampRequest> requests = new ArrayList<>();
  private final HttpServer server;
  private final URI url;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong serial = new AtomicLong();
  private Reply reply = (exchange, request) -> send(exchange, 200, granted(request));

  TestAuthority(Clock clock) {
    at = clock.instant();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 16);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
    url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
  }

  /** Returns the root, to be changed in one respect before it is issued again. */
  static CertificateSpec rootSpec() {
    return CertificateSpec.authority("CN=Root", ROOT_KEY).signedWith("SHA256withECDSA");
  }

  URI url() {
    return url;
  }

  List<TimeStampRequest> requests() {
    return List.copyOf(requests);
  }

  void replies(Reply other) {
    reply = other;
  }

  /** Returns the certificate of the signer, to be changed in one respect before it is issued. */
  CertificateSpec signer() {
    return withoutPurpose().purpose(KeyPurposeId.id_kp_timeStamping);
  }

  /** Returns the same without an extended key usage. */
  CertificateSpec withoutPurpose() {
    return new CertificateSpec(new X500Name("CN=Time Stamps, O=Example"), KEY)
        .signedWith("SHA256withECDSA");
  }

  /** Signs with another certificate of the same authority. */
  void signsWith(CertificateSpec certificate) {
    signer = certificate.issuedBy(ca);
    certificates = List.of(signer.certificate(), ca.certificate());
  }

  /** Signs with RSA. */
  void signsWithRsa(String signatureAlgorithm) {
    signsWith(
        new CertificateSpec(new X500Name("CN=Time Stamps"), RSA_KEY)
            .signedWith("SHA256withECDSA")
            .purpose(KeyPurposeId.id_kp_timeStamping));
    algorithm = signatureAlgorithm;
  }

  /** Shows another certificate than the signer's, with the same issuer and number. */
  void shows(CertificateSpec certificate) {
    certificates = List.of(certificate.issuedBy(ca).certificate(), ca.certificate());
  }

  /** Answers requests like this one, and not like the one that was sent. */
  static TimeStampRequest request(ASN1ObjectIdentifier algorithm, byte[] digest, BigInteger nonce) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(algorithm, digest, nonce);
  }

  byte[] granted(TimeStampRequest request) {
    try {
      return responses()
          .generate(request, BigInteger.valueOf(serial.incrementAndGet()), Date.from(at))
          .getEncoded();
    } catch (TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the same with another signature. */
  byte[] damaged(TimeStampRequest request) {
    byte[] answer = granted(request);
    byte[] signature = signature(answer);
    int end = Collections.indexOfSubList(octets(answer), octets(signature)) + signature.length;
    answer[end - 1] ^= 1;
    return answer;
  }

  private static byte[] signature(byte[] answer) {
    try {
      return new TimeStampResponse(answer)
          .getTimeStampToken()
          .toCMSSignedData()
          .getSignerInfos()
          .iterator()
          .next()
          .getSignature();
    } catch (TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Byte> octets(byte[] bytes) {
    List<Byte> octets = new ArrayList<>();
    for (byte octet : bytes) {
      octets.add(octet);
    }
    return octets;
  }

  byte[] rejected() {
    try {
      return responses()
          .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badRequest, "no")
          .getEncoded();
    } catch (TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampResponseGenerator responses() {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build(algorithm, signer.key(), signer.certificate()),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              POLICY);
      tokens.addCertificates(new JcaCertStore(certificates));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    } catch (OperatorCreationException | GeneralSecurityException | TSPException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      TimeStampRequest request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
      requests.add(request);
      reply.send(exchange, request);
    }
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  static KeyPair keys(String kind, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
