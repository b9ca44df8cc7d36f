package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.GeneratedClient.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that is generated from the contract can do what the contract describes. */
@Tag("thorough")
class GeneratedClientsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SIGNE = "188001019804";
  private static final Map<Language, GeneratedClient> CLIENTS = new EnumMap<>(Language.class);
  private static RunningLocally run;
  @TempDir private static Path directory;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(new CoreWiring(Clock.systemUTC()), Map.of());
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  /** Returns the client in this language. The first test that needs it has it generated. */
  private static GeneratedClient client(Language language) throws Exception {
    if (!CLIENTS.containsKey(language)) {
      Path empty = Files.createTempDirectory(directory, language.name());
      CLIENTS.put(language, GeneratedClient.of(language, empty));
    }
    return CLIENTS.get(language);
  }

  @ParameterizedTest
  @EnumSource
  @ResourceLock(SIGNE)
  void client_signs_fromRegistrationToEvidence(Language language) throws Exception {
    GeneratedClient.Ended ended =
        client(language).sign(Map.of("API", run.url().toString(), "SIGNER", SIGNE));

    assertEquals(0, ended.status(), ended.printed());
    assertTrue(ended.printed().contains("Signe Signerar signed at"), ended.printed());
    JsonNode evidence = JSON.readTree(client(language).written("evidence.json"));
    assertTrue(evidence.path("verified").asBoolean(), "verified");
    assertEquals("I borrow 100 kronor.", evidence.path("user_visible_data").asString());
    assertEquals(SIGNE, evidence.path("user").path("personal_number").asString());
  }

  @ParameterizedTest
  @EnumSource
  void client_readsTheReasonCode_whenTheServiceRefuses(Language language) throws Exception {
    GeneratedClient.Ended ended =
        client(language).sign(Map.of("API", run.url().toString(), "SIGNER", "188001019805"));

    assertEquals(1, ended.status(), ended.printed());
    assertTrue(ended.printed().endsWith("400 INVALID_REQUEST\n"), ended.printed());
  }

  @ParameterizedTest
  @EnumSource
  void client_readsTheMessage_whenTheGatewayRefuses(Language language) throws Exception {
    GeneratedClient.Ended ended =
        client(language)
            .sign(Map.of("API", run.url() + "/none", "TOKEN_URL", run.url() + "/oauth2/token"));

    assertEquals(1, ended.status(), ended.printed());
    assertTrue(ended.printed().contains("404 "), ended.printed());
    assertTrue(ended.printed().contains("Not Found"), ended.printed());
  }

  @ParameterizedTest
  @EnumSource
  void client_losesNoMember_ofAnyDocumentedBody(Language language) throws Exception {
    List<DocumentedBody> bodies = DocumentedBody.allOf(Contract.ofRepository().document());

    assertEquals(
        List.of(),
        differences(bodies, readBack(language, bodies), DocumentedBody::withoutDefaults));
  }

  @ParameterizedTest
  @EnumSource
  void client_readsAnAnswer_whenALaterReleaseAddsMembersAndCodes(Language language)
      throws Exception {
    List<DocumentedBody> answers =
        DocumentedBody.allOf(Contract.ofRepository().document()).stream()
            .filter(body -> !body.isRequest())
            .map(DocumentedBody::withLaterCodes)
            .toList();
    List<DocumentedBody> later = answers.stream().map(DocumentedBody::withLaterMembers).toList();

    assertEquals(
        List.of(), differences(answers, readBack(language, later), DocumentedBody::onlyWhat));
  }

  private static List<DocumentedBody> readBack(Language language, List<DocumentedBody> bodies)
      throws Exception {
    String read = client(language).readBack(JSON.writeValueAsString(bodies));
    return List.of(JSON.readValue(read, DocumentedBody[].class));
  }

  /**
   * Returns how bodies differ.
   *
   * @param comparable returns the part of what was read that is compared with what was expected
   */
  private static List<String> differences(
      List<DocumentedBody> expected,
      List<DocumentedBody> read,
      BinaryOperator<DocumentedBody> comparable) {
    assertEquals(expected.size(), read.size());
    return IntStream.range(0, expected.size())
        .filter(i -> !comparable.apply(read.get(i), expected.get(i)).equals(expected.get(i)))
        .mapToObj(i -> expected.get(i) + " is read as " + read.get(i))
        .toList();
  }
}
