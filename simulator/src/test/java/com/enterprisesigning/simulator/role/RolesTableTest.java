package com.enterprisesigning.simulator.role;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document shows the roles as the simulator plays them. */
class RolesTableTest {
  private static final String WRITE =
      "./mvnw -q test -pl simulator -Dtest=RolesTableTest -Droles.write";

  @Test
  void document_showsTheRolesAsTheyAre() throws IOException {
    Path document = repository().resolve("docs/sandbox.md");
    String current = new RolesTable(new Roles()).in(Files.readString(document));
    if (System.getProperty("roles.write") != null) {
      Files.writeString(document, current);
    }

    assertTrue(
        Files.readString(document).equals(current),
        document + " does not show the current roles. To write them, run " + WRITE);
  }

  /** Tests run in their module's folder, or in the repository's. */
  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("openapi.yaml")) ? here : here.getParent();
  }
}
