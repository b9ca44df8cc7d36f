package com.enterprisesigning.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads {@code classpath:} and {@code file:} references itself and leaves all others to Secrets
 * Manager.
 */
public final class SecretReferences implements Secrets {
  private static final String CLASSPATH = "classpath:";
  private static final String FILE = "file:";

  private final Supplier<Secrets> secretsManager;

  /**
   * @param secretsManager called only when a reference names a secret in Secrets Manager, so that a
   *     function without such a reference creates no AWS client
   */
  public SecretReferences(Supplier<Secrets> secretsManager) {
    this.secretsManager = secretsManager;
  }

  @Override
  public String read(String reference) {
    if (reference.startsWith(CLASSPATH)) {
      return resource(reference);
    }
    return reference.startsWith(FILE) ? file(reference) : secretsManager.get().read(reference);
  }

  @Override
  public Optional<String> previous(String reference) {
    return reference.startsWith(CLASSPATH) || reference.startsWith(FILE)
        ? Optional.empty()
        : secretsManager.get().previous(reference);
  }

  private static String resource(String reference) {
    String name = reference.substring(CLASSPATH.length());
    try (InputStream content =
        SecretReferences.class.getResourceAsStream(name.startsWith("/") ? name : "/" + name)) {
      if (content == null) {
        throw new SecretUnreadable(
            reference,
            "there is no such resource.",
            "Name it by its path from the root of the jar.");
      }
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new SecretUnreadable(
          reference, "the jar cannot be read.", "Deploy the function again.", e);
    }
  }

  private static String file(String reference) {
    try {
      return Files.readString(Path.of(URI.create(reference)));
    } catch (IllegalArgumentException e) {
      throw new SecretUnreadable(
          reference,
          "this is not a file path.",
          "Write an absolute path: file:/directory/name.",
          e);
    } catch (IOException e) {
      throw new SecretUnreadable(
          reference,
          "the file cannot be read (" + e.getClass().getSimpleName() + ").",
          "Check that it exists, is UTF-8, and is readable by this process.",
          e);
    }
  }
}
