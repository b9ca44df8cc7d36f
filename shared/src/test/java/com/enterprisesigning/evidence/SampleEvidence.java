package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;

/** Evidence of signatures that were really made and verified, for tests of what shows it. */
public final class SampleEvidence {
  private static final Instant STORED_AT = SigningBench.SIGNED_AT.plusMillis(1_234);

  private static final UUID PARTICIPANT = UUID.fromString("5f0c7a4e-52a1-4a8e-9d58-0c3b6c1e7a08");
  private static final UUID PROCESS = UUID.fromString("1d3f9b62-0f4e-4c0a-8f0e-5a7d2b9c4e10");

  private SampleEvidence() {}

  /** What is wrong with a signature. */
  public enum Fault {
    NONE,
    ALTERED,
    OTHER_KEY,
    NOT_BANKIDS_FORM,
    OTHER_ROOT,
    COUNTERFEIT_ROOT,
    NOT_FOR_SIGNING,
    REVOKED,
    EXPIRED,
    NOT_YET_VALID,
    NO_RESPONSE,
    OTHER_TEXT,
    OTHER_RELYING_PARTY,
    HOSTILE_RELYING_PARTY
  }

  private static void breakIt(SigningBench bench, Fault fault) {
    Instant signedAt = SigningBench.SIGNED_AT;
    switch (fault) {
      case NONE -> {}
      case ALTERED ->
          bench.signature.document =
              xml -> xml.replace("<funcId>Signing</funcId>", "<funcId>Signature</funcId>");
      case OTHER_KEY -> bench.signature.key = Keys.STRANGER.getPrivate();
      case NOT_BANKIDS_FORM -> bench.signature.uris = List.of("#bidSignedData");
      case OTHER_ROOT ->
          bench.root =
              CertificateSpec.authority("CN=Another root", Keys.STRANGER)
                  .selfIssued()
                  .certificate();
      case COUNTERFEIT_ROOT -> bench.root = Hierarchy.COUNTERFEIT.root().certificate();
      case NOT_FOR_SIGNING ->
          user(bench, new CertificateSpec(subject(), Keys.USER).usage(KeyUsage.keyEncipherment));
      case REVOKED -> bench.ocsp.status = new RevokedStatus(Date.from(signedAt), 1);
      case EXPIRED ->
          user(bench, genuineUser().valid(signedAt.minusSeconds(2), signedAt.minusSeconds(1)));
      case NOT_YET_VALID ->
          user(bench, genuineUser().valid(signedAt.plusSeconds(1), signedAt.plusSeconds(2)));
      case NO_RESPONSE -> bench.ocsp.responseStatus = OCSPRespBuilder.TRY_LATER;
      case OTHER_TEXT ->
          bench.sent =
              new SigningText(
                  "I borrow nothing.", SigningText.Format.PLAINTEXT, bench.sent.nonVisible());
      case OTHER_RELYING_PARTY -> {
        bench.signature.relyingParty = "cn=Another,o=Another,c=SE";
        bench.enforced = Set.of();
      }
      case HOSTILE_RELYING_PARTY ->
          bench.signature.relyingParty = "cn=Another,o=\\<script\\>alert(1)\\</script\\>,c=SE";
    }
  }

  private static X500Name subject() {
    return Hierarchy.subject(SigningBench.SIGNER.digits());
  }

  private static CertificateSpec genuineUser() {
    return Hierarchy.newUser(subject());
  }

  private static void user(SigningBench bench, CertificateSpec user) {
    X509Certificate certificate = user.issuedBy(Hierarchy.GENUINE.customerCa()).certificate();
    List<X509Certificate> path = new ArrayList<>(bench.signature.certificates);
    path.set(0, certificate);
    bench.signature.certificates = path;
    bench.ocsp.serial = certificate.getSerialNumber();
  }

  /** Returns the evidence of a signature that verifies. */
  public static Evidence genuine() {
    return of(Fault.NONE);
  }

  /** Signs the binding, as if the registration had given no non-visible data. */
  static void bind(SigningBench bench) {
    String line =
        "enterprise-signing:v1;process=%s;participant=%s;text-sha256=%s"
            .formatted(PROCESS, PARTICIPANT, sha256(bench.sent.visible()));
    bench.sent = new SigningText(bench.sent.visible(), bench.sent.format(), Optional.of(line));
    bench.signature.nonVisibleData = SignatureSpec.base64(line);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the evidence of a signature with this fault. */
  public static Evidence of(Fault fault) {
    SigningBench bench = SigningBench.broken(it -> breakIt(it, fault));
    Completion completion = bench.completion();
    return of(
        completion,
        bench.sent,
        bench.verify(completion),
        Channel.START,
        EndUserIp.parse("192.0.2.7"));
  }

  /** Returns evidence of any completion. */
  public static Evidence of(
      Completion completion,
      SigningText text,
      Verdict verdict,
      Channel channel,
      Optional<EndUserIp> endUserIp) {
    return new Evidence(
        new Order(
            PARTICIPANT,
            UUID.fromString("11111111-2222-4333-8444-555555555555"),
            completion.orderRef(),
            channel,
            endUserIp),
        PROCESS,
        "loans",
        new PersonKey("ab".repeat(32)),
        new PersonalNumber(SigningBench.SIGNER.digits()),
        text,
        Requirement.NONE,
        completion,
        verdict,
        verdict.producedAt().orElse(STORED_AT),
        STORED_AT,
        STORED_AT.plus(Duration.ofDays(3650)));
  }

  /** Returns the roots that the service of these samples trusts: the genuine one and another. */
  public static SignatureRoots roots() {
    return roots(Hierarchy.GENUINE, Hierarchy.COUNTERFEIT);
  }

  /** Returns roots without the genuine one. */
  public static SignatureRoots otherRoots() {
    return roots(Hierarchy.COUNTERFEIT);
  }

  private static SignatureRoots roots(Hierarchy... hierarchies) {
    return new SignatureRoots(
        Set.copyOf(
            Stream.of(hierarchies).map(Hierarchy::root).map(Identity::certificate).toList()));
  }

  /** Returns the genuine root. */
  public static X509Certificate root() {
    return Hierarchy.GENUINE.root().certificate();
  }

  /** Returns the names of all steps. */
  public static List<String> steps() {
    return Arrays.stream(Step.values()).map(Step::name).toList();
  }
}
