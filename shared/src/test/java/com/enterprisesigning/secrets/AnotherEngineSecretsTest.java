package com.enterprisesigning.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.engine.AnotherEngine;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets are read, on another engine. */
@Tag(AnotherEngine.TAG)
class AnotherEngineSecretsTest {
  private static SecretsManagerClient client;
  private final String name = "person-key-" + UUID.randomUUID();

  @BeforeAll
  static void connect() {
    client = AnotherEngine.client(SecretsManagerClient.builder());
  }

  @Test
  void reads_theTextOfTheCurrentVersion() {
    client.createSecret(create -> create.name(name).secretString("räksmörgås"));

    assertEquals("räksmörgås", new SecretsManagerSecrets(client).read(name));
  }

  @Test
  void says_whereItLooked_whenThereIsNone() {
    SecretsManagerSecrets secrets = new SecretsManagerSecrets(client);

    String message = assertThrows(SecretUnreadable.class, () -> secrets.read(name)).getMessage();

    assertEquals(
        "Secret "
            + name
            + ": Secrets Manager has no secret with this name in eu-north-1. Check the name, the"
            + " region and the account, and that the secret has a value.",
        message);
  }
}
