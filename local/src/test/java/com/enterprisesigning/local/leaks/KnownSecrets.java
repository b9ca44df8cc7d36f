package com.enterprisesigning.local.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Secrets that tests have seen or created and that have no recognizable form: BankID's tokens are
 * UUIDs, as many ids are. Tests leave them in {@code target/known-secrets} for the check.
 */
public final class KnownSecrets {
  /** How many characters of a long secret are kept, because a part is as bad as the whole. */
  public static final int LENGTH = 64;

  /** The constants of tests in other modules, which have no runs. */
  private static final Set<String> CONSTANTS =
      Set.of(
          // BankID's own example of a QR code: {@code
          // docs/bankid.md#the-qr-code-and-the-launch-urls}.
          "67df3917-fa0d-44e5-b327-edcc928297f8",
          "d28db9a7-4cde-429e-a983-359be676944c",
          "949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2",
          // "signature" in base64, which the functions' tests use.
          "c2lnbmF0dXJl");

  private KnownSecrets() {}

  /** Leaves these secrets for the check. */
  public static void leave(Collection<String> values) {
    try {
      Path directory = Files.createDirectories(directory(Path.of("")));
      Files.write(Files.createTempFile(directory, "", ".txt"), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all secrets that a module's tests have left, and the constants. */
  static Set<String> in(Path module) throws IOException {
    Set<String> all = new HashSet<>(CONSTANTS);
    Path directory = directory(module);
    if (Files.isDirectory(directory)) {
      try (var files = Files.list(directory)) {
        for (Path file : files.toList()) {
          all.addAll(Files.readAllLines(file));
        }
      }
    }
    all.removeIf(String::isBlank);
    return all;
  }

  private static Path directory(Path module) {
    return module.resolve("target/known-secrets").toAbsolutePath();
  }

  /** Returns the part that is kept of each value: its beginning, without base64's padding. */
  public static List<String> kept(Collection<String> values) {
    return values.stream()
        .map(value -> value.substring(0, Math.min(value.length(), LENGTH)).replaceFirst("=+$", ""))
        .toList();
  }
}
