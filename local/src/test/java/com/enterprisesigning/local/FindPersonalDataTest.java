package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.functions.FindPersonalData;
import com.enterprisesigning.local.OperatorCommand.Result;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's command, as a separate process, on the table of a local run. */
@Tag("thorough")
class FindPersonalDataTest {
  private static final String PERSON = "189007159909";
  private static final String OTHER = "188001019804";
  private static RunningLocally run;
  private static String participant;
  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(new CoreWiring(Clock.systemUTC()), Map.of());
    String token = run.token("demo");
    participant = run.participant(token, PERSON);
    run.participant(token, OTHER);
    run.callFor(token, "/signing/start", participant);
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  private Result command(Map<String, String> environment, String input, String... arguments)
      throws Exception {
    return OperatorCommand.run(
        FindPersonalData.class, directory, environment, input, List.of(arguments));
  }

  @Test
  void participantsOfThePerson_areFound_andNoOtherPerson() throws Exception {
    Result result = command(OperatorCommand.settings(run), PERSON + "\n");

    assertEquals(0, result.status(), result.log());
    assertEquals(2, result.report().size());
    assertEquals("PERSON", json(result, 0).path("kind").asText());
    assertEquals(participant, json(result, 1).path("participant_id").asText());
    assertEquals("demo", json(result, 1).path("client").asText());
    assertFalse((result.report() + result.log()).contains(PERSON), "a personal number");
  }

  @Test
  void copy_hasTheTextToSign() throws Exception {
    Result result = command(OperatorCommand.settings(run), PERSON, "--copy");

    assertEquals(0, result.status(), result.log());
    assertEquals("I sign.", json(result, 1).path("user_visible_data").asText());
    assertFalse(result.log().contains(PERSON), "a personal number");
  }

  private static JsonNode json(Result result, int line) throws Exception {
    return new ObjectMapper().readTree(result.report().get(line));
  }

  @Test
  void aNumberAsAnArgument_isRefused() throws Exception {
    Result result = command(OperatorCommand.settings(run), "", PERSON);

    assertEquals(2, result.status());
    assertTrue(result.log().contains("Write the personal number to stdin"), result.log());
    assertFalse(result.log().contains(PERSON), "a personal number");
  }

  @Test
  void inputThatIsNotAPersonalNumber_isRefused_andNotQuoted() throws Exception {
    for (String input : List.of("", "189007159908\n", "18900715-9909\n")) {
      Result result = command(OperatorCommand.settings(run), input);

      assertEquals(2, result.status());
      assertEquals(List.of(), result.report());
      assertTrue(result.log().contains("twelve digits without a hyphen"), result.log());
      assertFalse(result.log().contains("1890"), result.log());
    }
  }

  @Test
  void aMissingSetting_isNamed() throws Exception {
    Map<String, String> settings = OperatorCommand.settings(run);
    settings.remove("PERSON_KEY_SECRET");

    Result result = command(settings, PERSON);

    assertEquals(2, result.status());
    assertTrue(result.log().contains("PERSON_KEY_SECRET is missing: set it to"), result.log());
  }

  @Test
  void aMissingTable_failsTheCommand() throws Exception {
    Map<String, String> settings = OperatorCommand.settings(run);
    settings.put("TABLE_NAME", "another");

    Result result = command(settings, PERSON);

    assertEquals(2, result.status());
    assertTrue(result.log().contains("Not all was found."), result.log());
    assertTrue(result.log().contains("ResourceNotFoundException"), result.log());
    assertFalse(result.log().contains(PERSON), "a personal number");
  }
}
