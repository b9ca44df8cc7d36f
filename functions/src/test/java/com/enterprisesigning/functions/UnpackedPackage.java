package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.http.GetEvidenceCall;
import com.enterprisesigning.signing.FoundEvidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An evidence package in a directory, where somebody may change it before it is verified.
 *
 * @param zip as the service wrote it
 */
record UnpackedPackage(Path directory, Path zip) {
  private static final String SUMS = "SHA256SUMS";
  private static final List<String> TOOLS =
      List.of("bash", "openssl", "xmlsec1", "xmllint", "sha256sum");

  /** What a command printed, with its exit status. */
  record Result(int status, String printed) {

    /** Returns the names of the checks of the script that failed, in order. */
    List<String> failed() {
      return printed
          .lines()
          .filter(line -> line.startsWith("FAILED  "))
          .map(line -> line.substring(8, line.indexOf(':')))
          .toList();
    }

    /** Returns the first line with this text, or all lines if none has it. */
    String line(String part) {
      return printed.lines().filter(line -> line.contains(part)).findFirst().orElse(printed);
    }

    void assertPrints(int expected, String... lines) {
      for (String line : lines) {
        assertTrue(printed.contains(line), () -> "\"" + line + "\" is not in:\n" + printed);
      }
      assertTrue(status == expected, () -> "exit status " + status + ":\n" + printed);
    }
  }

  /** Skips the test if the script cannot run. */
  static void requireTools() throws Exception {
    for (String tool : TOOLS) {
      assumeTrue(
          new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0,
          "SKIPPED: verify.sh was not tested, because this is missing: "
              + tool
              + " (apt-get install openssl xmlsec1 libxml2-utils)");
    }
  }

  /** Writes the package of this evidence below a directory. */
  static UnpackedPackage of(
      Path parent, Evidence evidence, Optional<TimeStamp> timeStamp, SignatureRoots roots)
      throws IOException {
    byte[] zip =
        GetEvidenceCall.packageOf(new FoundEvidence(evidence, timeStamp, List.of()), roots);
    Path directory = Files.createTempDirectory(parent, "package");
    for (Map.Entry<String, byte[]> entry : files(zip).entrySet()) {
      Path file = directory.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    return new UnpackedPackage(
        directory, Files.write(Files.createTempFile(parent, "written", ".zip"), zip));
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private boolean isUnchanged() throws IOException {
    Map<String, byte[]> files = files(Files.readAllBytes(zip));
    if (!List.copyOf(files.keySet()).equals(names())) {
      return false;
    }
    for (String name : names()) {
      if (!Arrays.equals(files.get(name), Files.readAllBytes(file(name)))) {
        return false;
      }
    }
    return true;
  }

  static Path pem(Path file, X509Certificate... certificates) throws Exception {
    StringBuilder pem = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(
              Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(file, pem);
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  /** Returns the names of all files, in order. */
  List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Replaces the first such text in a file, and the file's fingerprint wherever it is written. */
  void replace(String name, String from, String to) throws Exception {
    String genuine = text(name);
    int at = genuine.indexOf(from);
    assertTrue(at >= 0, () -> from + " is not in " + genuine);
    put(
        name,
        (genuine.substring(0, at) + to + genuine.substring(at + from.length())).getBytes(UTF_8));
  }

  /** Writes a file, and its fingerprint wherever the old one is written. */
  void put(String name, byte[] content) throws Exception {
    if (Files.exists(file(name))) {
      String before = hex(Files.readAllBytes(file(name)));
      Files.writeString(file("report.html"), text("report.html").replace(before, hex(content)));
    }
    Files.write(file(name), content);
    writeSums();
  }

  /** Makes the sums fit the files. */
  void writeSums() throws Exception {
    List<String> sums = new ArrayList<>();
    for (String name : names()) {
      if (!name.equals(SUMS)) {
        sums.add(hex(Files.readAllBytes(file(name))) + "  " + name);
      }
    }
    Files.write(file(SUMS), sums);
  }

  static String hex(byte[] file) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }

  /** Runs the script of the package. */
  Result script(Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", directory + "/verify.sh"));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return run(new ProcessBuilder(command));
  }

  static Result run(ProcessBuilder command) throws Exception {
    Process process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the command ended");
    return new Result(process.exitValue(), printed);
  }

  /**
   * Runs the operator's command on the zip of the service, or packs the directory if its files have
   * changed.
   *
   * @param options come before the package
   * @param after come after it
   */
  Result command(List<Object> options, Object... after) throws Exception {
    Path packed =
        isUnchanged() ? zip : pack(Files.createTempFile(directory.getParent(), "packed", ".zip"));
    return commandOn(packed, options, after);
  }

  /** Packs the directory as any program would. */
  Path pack(Path packed) throws IOException {
    try (OutputStream file = Files.newOutputStream(packed);
        ZipOutputStream out = new ZipOutputStream(file, UTF_8)) {
      for (String name : names()) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file(name), out);
      }
    }
    return packed;
  }

  static Result commandOn(Path packed, List<Object> options, Object... after) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, UTF_8);
    List<String> arguments = new ArrayList<>();
    options.forEach(it -> arguments.add(it.toString()));
    arguments.add(packed.toString());
    Stream.of(after).map(Object::toString).forEach(arguments::add);
    int status = VerifyPackage.run(arguments, out, out);
    return new Result(status, printed.toString(UTF_8));
  }
}
