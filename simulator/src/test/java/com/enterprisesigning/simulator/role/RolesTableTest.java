package com.enterprisesigning.simulator.role;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents say what the roles do. */
class RolesTableTest {
  private static final String WRITE =
      "./mvnw -q test -pl simulator -Dtest=RolesTableTest -Droles.write";

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/sandbox.md"})
  void document_showsTheRolesAsTheyAre(String file) throws IOException {
    Path document = repository().resolve(file);
    String current = new RolesTable(new Roles()).in(Files.readString(document));
    if (System.getProperty("roles.write") != null) {
      Files.writeString(document, current);
    }

    assertTrue(
        Files.readString(document).equals(current),
        file + " does not show the roles as they are; this writes them: " + WRITE);
  }

  /** Returns the repository; tests run in the module's directory or in the repository's. */
  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("openapi.yaml")) ? here : here.getParent();
  }
}
