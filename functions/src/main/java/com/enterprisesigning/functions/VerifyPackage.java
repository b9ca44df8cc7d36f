package com.enterprisesigning.functions;

import com.enterprisesigning.archive.PackageDifferences;
import com.enterprisesigning.archive.ReceivedPackage;
import com.enterprisesigning.archive.RootKind;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.NamedRelyingParty;
import com.enterprisesigning.evidence.OwnCertificates;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.SignatureVerification;
import com.enterprisesigning.evidence.UnconfirmedStep;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.functions.log.Printable;
import com.enterprisesigning.http.GetEvidenceCall;
import com.enterprisesigning.signing.Binding;
import com.enterprisesigning.signing.FoundEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's command to verify an evidence package with this software's own verification,
 * offline and without settings ({@code docs/evidence.md#verifying-with-this-software}). It also
 * writes the package again, of what the package says, and compares the files.
 *
 * <pre>java -cp functions.jar com.enterprisesigning.functions.VerifyPackage [--tsa tsa-root.pem]
 * evidence.zip [root.pem [rp.pem]]
 * </pre>
 *
 * <p>The report goes to stdout, without a personal number. The exit status is {@link #VERIFIES},
 * {@link #NOT_DONE}, {@link #REFUSED} or {@link #WRITTEN_OTHERWISE}.
 */
public final class VerifyPackage {
  /** The signature verifies, and every file is as this release writes it. */
  static final int VERIFIES = 0;

  /** Nothing was verified: an argument, the package or the root is not what it should be. */
  static final int NOT_DONE = 2;

  /** A step failed, or a file was changed or contradicts another. The JVM uses 1 for itself. */
  static final int REFUSED = 3;

  /** The signature verifies, but files are of another release, or forged. */
  static final int WRITTEN_OTHERWISE = 4;

  private VerifyPackage() {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  /**
   * Verifies a package.
   *
   * @param arguments the package; the root that the operator trusts; the RP certificate
   * @return the exit status
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    List<String> named = new ArrayList<>(arguments);
    int option = named.indexOf("--tsa");
    Optional<String> authority = Optional.empty();
    if (option >= 0 && option + 1 < named.size()) {
      authority = Optional.of(named.remove(option + 1));
      named.remove(option);
    }
    if (named.isEmpty() || named.size() > 3 || named.getFirst().startsWith("--")) {
      err.println("Usage: VerifyPackage [--tsa tsa-root.pem] evidence.zip [root.pem [rp.pem]]");
      return NOT_DONE;
    }
    ReceivedPackage received;
    try {
      received = ReceivedPackage.read(Path.of(named.getFirst()));
    } catch (IOException e) {
      err.println("The package cannot be read. " + Printable.text(String.valueOf(e.getMessage())));
      return NOT_DONE;
    }
    try {
      Set<X509Certificate> roots = roots(received, named);
      Optional<X509Certificate> stampRoot =
          authority.isPresent() ? Optional.of(certificate(authority.get())) : Optional.empty();
      roots.forEach(root ->
          out.println("root " + subject(root) + ", of the kind " + RootKind.of(Optional.of(root))));
      Verdict verdict = verdict(received, roots, own(named));
      byte[] written =
          GetEvidenceCall.packageOf(
              new FoundEvidence(received.evidence(), received.timeStamp(), received.otherOrders()),
              new SignatureRoots(roots));
      int status =
          report(
              received,
              verdict,
              PackageDifferences.between(received.files(), written),
              named.size() > 2,
              stampRoot,
              out);
      if (status == VERIFIES
          && !Arrays.equals(written, Files.readAllBytes(Path.of(named.getFirst())))) {
        out.println(
            "The zip is not, byte for byte, the one that this release writes, so another program"
                + " may find other files in it. Ask the service for the package again.");
        return WRITTEN_OTHERWISE;
      }
      return status;
    } catch (IOException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return NOT_DONE;
    }
  }

  private static Verdict verdict(
      ReceivedPackage received, Set<X509Certificate> roots, OwnCertificates own) {
    Evidence evidence = received.evidence();
    return new SignatureVerification(
            roots, own, EnumSet.allOf(UnconfirmedStep.class), Clock.systemUTC())
        .verify(evidence.completion(), evidence.text(), evidence.requirement(), evidence.signer());
  }

  /** Returns the root that was named, else the one in the package if it is BankID's. */
  private static Set<X509Certificate> roots(ReceivedPackage received, List<String> arguments)
      throws IOException {
    if (arguments.size() > 1) {
      return SignatureRoots.trustedBy(text(arguments.get(1))).certificates();
    }
    Set<X509Certificate> inside =
        received
            .root()
            .map(SignatureRoots::trustedBy)
            .map(SignatureRoots::certificates)
            .orElse(Set.of());
    RootKind kind = RootKind.of(inside.stream().findFirst());
    if (kind != RootKind.PRODUCTION || inside.size() != 1) {
      throw new IllegalArgumentException(
          "The package's root is not BankID's production root alone (it is of the kind "
              + kind
              + "). Name the root that you trust after the package.");
    }
    return inside;
  }

  private static OwnCertificates own(List<String> arguments) throws IOException {
    if (arguments.size() < 3) {
      return matching -> Optional.empty();
    }
    X509Certificate own = certificate(arguments.get(2));
    return matching -> Optional.of(matching.test(own.getSubjectX500Principal()));
  }

  private static X509Certificate certificate(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException e) {
      throw new IOException(file + " is not a certificate.", e);
    }
  }

  static String subject(X509Certificate certificate) {
    return Printable.text(certificate.getSubjectX500Principal().getName());
  }

  private static String text(String file) throws IOException {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as text.", e);
    }
  }

  private static int report(
      ReceivedPackage received,
      Verdict verdict,
      PackageDifferences differences,
      boolean isOwnNamed,
      Optional<X509Certificate> stampRoot,
      PrintStream out) {
    Evidence evidence = received.evidence();
    out.println("order " + Printable.text(evidence.completion().orderRef()));
    print(out, "not as the package was written: ", received.changed());
    print(out, "contradicts the evidence: ", differences.contradictions());
    print(out, "not as this release writes it: ", differences.differing());
    for (VerificationStep step : verdict.steps()) {
      out.println(
          step.step()
              + ": "
              + (isOwnNamed || !isRelyingParty(step) ? text(step) : named(evidence)));
    }
    Binding binding = Binding.of(evidence);
    out.println("BINDING: " + text(binding));
    boolean isTimeRight = isTimeRight(evidence.verdict(), verdict);
    if (!isTimeRight) {
      out.println("the package names another time of signing than the OCSP response");
    }
    Optional<StampResult> stamp = StampResult.of(received, stampRoot);
    stamp.ifPresent(it -> out.println("TIME_STAMP: " + it.text()));
    List<String> otherResults = otherResults(evidence.verdict(), verdict, isOwnNamed);
    print(out, "the service's result, as the package has it, is another: ", otherResults);
    if (!verdict.isVerified()
        || !received.changed().isEmpty()
        || !differences.contradictions().isEmpty()
        || binding == Binding.BOUND_ELSEWHERE
        || !isTimeRight
        || stamp.filter(StampResult::isFailed).isPresent()) {
      out.println("does not verify");
      return REFUSED;
    }
    out.println("verifies, signed at " + verdict.producedAt().map(Object::toString).orElse("?"));
    if (differences.differing().isEmpty() && otherResults.isEmpty()) {
      return VERIFIES;
    }
    out.println(
        "A named file, a file whose sum it has, or a named result is of another release, or"
            + " forged. Ask the service for the package again.");
    return WRITTEN_OTHERWISE;
  }

  private static boolean isRelyingParty(VerificationStep step) {
    return step.step().equals(UnconfirmedStep.RELYING_PARTY.name());
  }

  private static String text(VerificationStep step) {
    return step.result() + step.detail().map(detail -> " " + detail).orElse("");
  }

  private static String named(Evidence evidence) {
    return "NOT_CHECKED the app named "
        + NamedRelyingParty.in(evidence.completion())
            .map(party -> Printable.text(party.distinguishedName()))
            .orElse("nobody that can be read")
        + ". To compare it, name rp.pem after the root";
  }

  /**
   * Returns the steps that have another result in the package, are unknown, or are missing.
   * Evidence of release 1.0 has no result of the unconfirmed steps.
   */
  private static List<String> otherResults(Verdict stated, Verdict verified, boolean isOwnNamed) {
    Map<String, Boolean> left = new LinkedHashMap<>();
    verified.steps().forEach(step -> left.put(step.step(), step.passed()));
    List<String> other = new ArrayList<>();
    for (VerificationStep step : stated.steps()) {
      Boolean passed = left.remove(step.step());
      boolean isCompared = isOwnNamed || !isRelyingParty(step);
      if (passed == null || (isCompared && passed != step.passed())) {
        other.add(step.step());
      }
    }
    for (UnconfirmedStep step : UnconfirmedStep.values()) {
      left.remove(step.name());
    }
    other.addAll(left.keySet());
    return other;
  }

  private static String text(Binding binding) {
    return switch (binding) {
      case BOUND -> "PASSED";
      case BOUND_ELSEWHERE ->
          "FAILED the signature is bound to another process, participant or text";
      case NOT_BOUND -> "NOT_CHECKED no line of the service binds the signature to its participant";
    };
  }

  private static void print(PrintStream out, String what, List<String> names) {
    names.forEach(name -> out.println(what + Printable.text(name)));
  }

  /** The service may not have known the time of signing of evidence that it rejected. */
  private static boolean isTimeRight(Verdict stated, Verdict verified) {
    boolean isStated = stated.producedAt().isPresent() || stated.isVerified();
    return !isStated
        || verified.producedAt().isEmpty()
        || stated.producedAt().equals(verified.producedAt());
  }
}
