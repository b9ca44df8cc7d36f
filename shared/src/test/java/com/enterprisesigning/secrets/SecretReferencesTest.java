package com.enterprisesigning.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferencesTest {
  /** Secrets whose text is their reference. */
  private static final class NamedSecrets implements Secrets {
    @Override
    public String read(String reference) {
      return "aws:" + reference;
    }

    @Override
    public Optional<String> previous(String reference) {
      return Optional.of("aws, before:" + reference);
    }
  }

  private final Secrets secrets = new SecretReferences(NamedSecrets::new);

  @Test
  void reads_aResourceOfTheClasspath() {
    String read = secrets.read("classpath:com/enterprisesigning/secrets/a-secret.txt");

    assertEquals("räksmörgås\n", read);
  }

  @Test
  void reads_aFile(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("a secret.txt"), "räksmörgås");

    assertEquals("räksmörgås", secrets.read(file.toUri().toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enterprise-signing/person-key",
        "arn:aws:secretsmanager:eu-north-1:123456789012:secret:person-key-AbCdEf"
      })
  void asksSecretsManager_forEveryOtherReference(String reference) {
    assertEquals("aws:" + reference, secrets.read(reference));
    assertEquals(Optional.of("aws, before:" + reference), secrets.previous(reference));
  }

  @ParameterizedTest
  @ValueSource(strings = {"classpath:com/enterprisesigning/secrets/a-secret.txt", "file:/a/file"})
  void remembersNoPreviousText_ofAFileOrResource(String reference) {
    assertEquals(Optional.empty(), secrets.previous(reference));
  }

  @Test
  void makesNoAwsClient_whileNoReferenceNeedsIt() {
    Secrets local =
        new SecretReferences(() -> {
          throw new AssertionError("an AWS client was made");
        });

    assertEquals(
        "räksmörgås\n", local.read("classpath:/com/enterprisesigning/secrets/a-secret.txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classpath:no/such/resource",
        "file:/no/such/file",
        "file:relative.pem",
        "file:/with space"
      })
  void names_theReferenceThatCannotBeRead(String reference) {
    SecretUnreadable unreadable =
        assertThrows(SecretUnreadable.class, () -> secrets.read(reference));

    assertTrue(
        unreadable.getMessage().startsWith("Secret " + reference + ": "), unreadable.getMessage());
  }
}
