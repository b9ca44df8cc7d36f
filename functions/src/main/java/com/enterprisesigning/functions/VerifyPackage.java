package com.enterprisesigning.functions;

import com.enterprisesigning.archive.ReceivedPackage;
import com.enterprisesigning.archive.RootKind;
import com.enterprisesigning.evidence.OwnCertificates;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.SignatureVerification;
import com.enterprisesigning.evidence.UnconfirmedStep;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.functions.log.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's command to verify an evidence package with this software's own verification,
 * offline and without settings ({@code docs/evidence.md#verifying-with-this-software}).
 *
 * <pre>java -cp functions.jar com.enterprisesigning.functions.VerifyPackage evidence.zip [root.pem
 * [rp.pem]]
 * </pre>
 *
 * <p>The report goes to stdout, without a personal number. The exit status is {@link #VERIFIES},
 * {@link #NOT_DONE} or {@link #REFUSED}.
 */
public final class VerifyPackage {
  /** The signature verifies, and no file was changed. */
  static final int VERIFIES = 0;

  /** Nothing was verified: an argument, the package or the root is not what it should be. */
  static final int NOT_DONE = 2;

  /** A step failed or a file was changed. The JVM uses 1 for its own failures. */
  static final int REFUSED = 3;

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
    if (arguments.isEmpty() || arguments.size() > 3) {
      err.println("Name the package, and if you like root.pem and rp.pem after it.");
      return NOT_DONE;
    }
    ReceivedPackage received;
    try {
      received = ReceivedPackage.read(Path.of(arguments.getFirst()));
    } catch (IOException e) {
      err.println("The package cannot be read. " + e.getMessage());
      return NOT_DONE;
    }
    try {
      Set<X509Certificate> roots = roots(received, arguments);
      return tell(received, verdict(received, roots, own(arguments)), out);
    } catch (IOException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return NOT_DONE;
    }
  }

  private static Verdict verdict(
      ReceivedPackage received, Set<X509Certificate> roots, OwnCertificates own) {
    return new SignatureVerification(
            roots, own, EnumSet.allOf(UnconfirmedStep.class), Clock.systemUTC())
        .verify(received.completion(), received.text(), received.requirement(), received.signer());
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
    try (InputStream in = Files.newInputStream(Path.of(arguments.get(2)))) {
      X509Certificate own =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return matching -> Optional.of(matching.test(own.getSubjectX500Principal()));
    } catch (CertificateException e) {
      throw new IOException(arguments.get(2) + " is not a certificate.", e);
    }
  }

  private static String text(String file) throws IOException {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as text.", e);
    }
  }

  private static int tell(ReceivedPackage received, Verdict verdict, PrintStream out) {
    out.println("order " + Printable.text(received.completion().orderRef()));
    received
        .changed()
        .forEach(name -> out.println("not as the package was written: " + Printable.text(name)));
    for (VerificationStep step : verdict.steps()) {
      out.println(
          step.step()
              + ": "
              + step.result()
              + step.detail().map(detail -> " " + detail).orElse(""));
    }
    boolean verifies = verdict.isVerified() && received.changed().isEmpty();
    out.println(
        verifies
            ? "verifies, signed at " + verdict.producedAt().map(Object::toString).orElse("?")
            : "does not verify");
    return verifies ? VERIFIES : REFUSED;
  }
}
