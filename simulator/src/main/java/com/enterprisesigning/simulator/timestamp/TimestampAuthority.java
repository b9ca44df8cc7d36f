package com.enterprisesigning.simulator.timestamp;

import com.enterprisesigning.simulator.certificate.Identity;
import com.enterprisesigning.simulator.certificate.Pem;
import com.enterprisesigning.simulator.certificate.TimestampHierarchy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A simulated time stamp authority over HTTP (RFC 3161 section 3.4), with its own root. Its key is
 * made when it starts, and its time is its clock's, so its time stamps prove nothing. It can be
 * mounted on any server. Thread-safe.
 */
public final class TimestampAuthority implements HttpHandler {
  /** An arc for examples (RFC 7299): the authority follows no policy. */
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1");

  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512);

  /** A request takes less than 200 bytes. */
  private static final int MAX_REQUEST_BYTES = 10_000;

  private static final int SERIAL_BITS = 64;
  private static final String REQUEST = "application/timestamp-query";
  private static final String RESPONSE = "application/timestamp-reply";

  private final Clock clock;
  private final TimestampHierarchy certificates;
  private final SecureRandom random = new SecureRandom();

  public TimestampAuthority(Clock clock) {
    this.clock = clock;
    certificates = TimestampHierarchy.create(clock.instant());
  }

  /** Returns the root that its time stamps chain to, as PEM. */
  public String rootPem() {
    return Pem.of(certificates.root());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String type =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
      if (!exchange.getRequestMethod().equals("POST") || !type.startsWith(REQUEST)) {
        explain(exchange, 400, "Send a time-stamp request by POST, as " + REQUEST + ".");
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
      Optional<TimeStampRequest> request = request(body);
      if (request.isEmpty()) {
        explain(exchange, 400, "The body is not a time-stamp request (RFC 3161 section 2.4.1).");
      } else {
        send(exchange, 200, RESPONSE, answer(request.get()).getEncoded());
      }
    }
  }

  private static Optional<TimeStampRequest> request(byte[] body) {
    try {
      return Optional.of(new TimeStampRequest(body));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Returns a time stamp, or a refusal if the request asks for what is not offered. */
  private TimeStampResponse answer(TimeStampRequest request) {
    try {
      return new TimeStampResponseGenerator(tokens(), DIGESTS, Set.of(POLICY))
          .generate(request, new BigInteger(SERIAL_BITS, random), Date.from(clock.instant()));
    } catch (TSPException e) {
      throw new IllegalStateException("a time stamp could not be made", e);
    }
  }

  private TimeStampTokenGenerator tokens() throws TSPException {
    try {
      Identity authority = certificates.authority();
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", authority.key(), authority.certificate()),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              POLICY);
      tokens.addCertificates(new JcaCertStore(List.of(authority.certificate())));
      return tokens;
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("a time stamp could not be signed", e);
    }
  }

  private static void explain(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "text/plain", text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
