package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code target/functions.bom.json}: the components of the shipped jar and their licences. */
class SoftwareBillOfMaterialsIT {
  private static final Path JAR = Path.of(System.getProperty("functions.jar"));

  /** Permissive licences only. They require their text and notices, which the jar contains. */
  private static final Set<String> ALLOWED =
      Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Bouncy Castle Licence");

  private static final Path BOM = Path.of(System.getProperty("functions.bom"));

  private JsonNode bom;

  @BeforeEach
  void read() throws IOException {
    assumeTrue(Files.exists(BOM), "There is no " + BOM + ": Maven writes it only when online");
    bom = new JsonMapper().readTree(BOM.toFile());
  }

  @Test
  void licences_areAllAllowed() {
    Map<String, Set<String>> others = new TreeMap<>();
    bom.path("components")
        .valueStream()
        .forEach(component -> {
          Set<String> licences = licences(component);
          if (licences.isEmpty() || !ALLOWED.containsAll(licences)) {
            others.put(component.path("purl").textValue(), licences);
          }
        });

    assertEquals(Map.of(), others);
    assertTrue(bom.path("components").size() > 40, "the bill of materials is incomplete");
  }

  @Test
  void components_areReleases_andNoneOfTheTests() {
    Set<String> components =
        bom.path("components")
            .valueStream()
            .map(component -> component.path("purl").textValue())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        Set.of(),
        components.stream()
            .filter(purl -> purl.matches(".*(SNAPSHOT|junit|jqwik|testcontainers|DynamoDBLocal).*"))
            .collect(Collectors.toSet()));
  }

  @Test
  void theList_isTheSameInEveryBuild() {
    assertFalse(bom.has("serialNumber"), "the bill of materials has a random serial number");
    assertFalse(
        bom.path("metadata").has("timestamp"), "the bill of materials has the build's time");
  }

  @ParameterizedTest
  @CsvSource({
    "META-INF/LICENSE, Apache License",
    "META-INF/LICENSE.txt, QOS.ch",
    "META-INF/LICENSE.md, Legion of the Bouncy Castle",
    "META-INF/NOTICE, Burt Intelligence AB"
  })
  void theJar_carriesWhatTheLicencesAskFor(String file, String words) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String text = new String(jar.getInputStream(jar.getEntry(file)).readAllBytes(), UTF_8);
      assertTrue(text.contains(words), file);
    }
  }

  private static Set<String> licences(JsonNode component) {
    return component
        .path("licenses")
        .valueStream()
        .map(licence -> licence.path("license"))
        .map(licence -> licence.path("id").asText(licence.path("name").asText()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
