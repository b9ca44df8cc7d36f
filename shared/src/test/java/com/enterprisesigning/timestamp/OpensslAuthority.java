package com.enterprisesigning.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An authority that OpenSSL plays: a root, a CA below it, and a certificate for time stamps. The
 * files lie in one directory.
 */
final class OpensslAuthority {
  /** A line of its settings replaces the line of the same name; openssl-ts(1) describes them. */
  private static final String SETTINGS =
      """
      [req]
      distinguished_name = name
      [name]
      [ca]
      basicConstraints = critical, CA:TRUE
      keyUsage = critical, keyCertSign
      [signer]
      keyUsage = critical, digitalSignature
      extendedKeyUsage = critical, timeStamping
      [tsa]
      default_tsa = authority
      [authority]
      serial = serial
      signer_cert = signer.pem
      signer_key = signer.key
      certs = shown.pem
      default_policy = 1.2.3.4.1
      other_policies = 1.2.3.4.2
      digests = sha256, sha384
      ess_cert_id_alg = sha256
      signer_digest = sha256
      """;

  private final Path directory;

  /**
   * Makes the keys and the certificates.
   *
   * @param key the options of {@code openssl genpkey}
   */
  OpensslAuthority(Path directory, List<String> key) {
    this.directory = directory;
    write("settings.cnf", SETTINGS);
    write("serial", "01");
    issue("root", "/CN=Root", "ca", key, List.of("-signkey", "root.key"));
    issue("ca", "/CN=CA", "ca", key, List.of("-CA", "root.pem", "-CAkey", "root.key"));
    issue(
        "signer",
        "/O=Foreign/CN=Time Stamps",
        "signer",
        key,
        List.of("-CA", "ca.pem", "-CAkey", "ca.key"));
    shows("ca");
  }

  private void issue(
      String file, String subject, String extensions, List<String> key, List<String> issuer) {
    openssl(with(key, "genpkey", "-out", file + ".key"));
    openssl(
        "req",
        "-new",
        "-key",
        file + ".key",
        "-subj",
        subject,
        "-config",
        "settings.cnf",
        "-out",
        file + ".csr");
    openssl(
        with(
            issuer,
            "x509",
            "-req",
            "-in",
            file + ".csr",
            "-extfile",
            "settings.cnf",
            "-extensions",
            extensions,
            "-days",
            "2",
            "-set_serial",
            "" + (file.hashCode() & 0xffff),
            "-out",
            file + ".pem"));
  }

  /** Adds these settings to those of the authority. */
  void settings(String... lines) {
    List<String> names = Arrays.stream(lines).map(OpensslAuthority::name).toList();
    write(
        "settings.cnf",
        String.join(
                "\n",
                with(
                    Arrays.asList(lines),
                    SETTINGS
                        .lines()
                        .filter(line -> !names.contains(name(line)))
                        .toArray(String[]::new)))
            + "\n");
  }

  private static String name(String line) {
    return line.replaceFirst(" *=.*", "");
  }

  /** Puts these certificates into the tokens, besides the signer's. */
  void shows(String... files) {
    write("shown.pem", "");
    for (String file : files) {
      write("shown.pem", read("shown.pem") + read(file + ".pem"));
    }
  }

  X509Certificate certificate(String file) {
    try (InputStream pem = Files.newInputStream(directory.resolve(file + ".pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers a request. */
  byte[] answer(byte[] request) {
    write("request.tsq", request);
    openssl(
        "ts",
        "-reply",
        "-config",
        "settings.cnf",
        "-queryfile",
        "request.tsq",
        "-out",
        "answer.tsr");
    return bytes("answer.tsr");
  }

  /** Answers a request with a token that {@code openssl cms} signs. */
  byte[] answerBy(byte[] request, String... options) {
    answer(request);
    openssl(
        "ts",
        "-reply",
        "-config",
        "settings.cnf",
        "-in",
        "answer.tsr",
        "-token_out",
        "-out",
        "token.tst");
    openssl("cms", "-verify", "-noverify", "-inform", "DER", "-in", "token.tst", "-out", "info");
    openssl(
        with(
            Arrays.asList(options),
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-econtent_type",
            "1.2.840.113549.1.9.16.1.4",
            "-in",
            "info",
            "-signer",
            "signer.pem",
            "-inkey",
            "signer.key",
            "-certfile",
            "shown.pem",
            "-cades",
            "-outform",
            "DER",
            "-out",
            "token.tst"));
    return granted(bytes("token.tst"));
  }

  /** Returns a TimeStampResp with the status granted: two nested sequences, and the token. */
  private static byte[] granted(byte[] token) {
    int length = token.length + 5;
    byte[] head = {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length, 0x30, 3, 2, 1, 0};
    byte[] answer = Arrays.copyOf(head, head.length + token.length);
    System.arraycopy(token, 0, answer, head.length, token.length);
    return answer;
  }

  /** Returns what {@code openssl ts -verify} prints for this token. */
  String verified(String digest, byte[] token, String trusted, String... options) {
    write("stamp.tst", token);
    return run(with(
            Arrays.asList(options),
            "openssl",
            "ts",
            "-verify",
            "-digest",
            digest,
            "-in",
            "stamp.tst",
            "-token_in",
            "-CAfile",
            trusted + ".pem"))
        .printed();
  }

  private static List<String> with(List<String> more, String... first) {
    List<String> all = new ArrayList<>(Arrays.asList(first));
    all.addAll(more);
    return all;
  }

  private void openssl(String... arguments) {
    openssl(Arrays.asList(arguments));
  }

  private void openssl(List<String> arguments) {
    Ended ended = run(with(arguments, "openssl"));
    assertEquals(0, ended.status(), () -> arguments + "\n" + ended.printed());
  }

  private record Ended(int status, String printed) {}

  private Ended run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "openssl ended");
      return new Ended(process.exitValue(), printed);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void write(String file, String text) {
    write(file, text.getBytes(UTF_8));
  }

  private void write(String file, byte[] bytes) {
    try {
      Files.write(directory.resolve(file), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String read(String file) {
    return new String(bytes(file), UTF_8);
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
