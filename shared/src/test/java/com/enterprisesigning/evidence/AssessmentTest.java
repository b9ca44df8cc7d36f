package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.Completion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTest {
  private static final Assessment NONE =
      new Assessment(Optional.empty(), Optional.empty(), Optional.empty());

  private static Assessment of(String raw) {
    return Assessment.of(
        new Completion(
            raw,
            "131daac9-16c6-4618-beb0-365768f37288",
            new Completion.Signer("", "", "", ""),
            new Completion.Device("", Optional.empty()),
            "",
            ""));
  }

  private static Assessment ofData(String members) {
    return of("{\"status\": \"complete\", \"completionData\": {" + members + "}}");
  }

  @Test
  void of_readsWhatBankIdSays() {
    assertEquals(
        new Assessment(Optional.of("moderate"), Optional.of("2025-02-28"), Optional.of(true)),
        ofData(
            "\"risk\": \"moderate\", \"bankIdIssueDate\": \"2025-02-28\","
                + " \"stepUp\": {\"mrtd\": true}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"low", "moderate", "high"})
  void of_readsEachRisk(String risk) {
    assertEquals(Optional.of(risk), ofData("\"risk\": \"" + risk + "\"").risk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-28Z", "2025-02-28+01:00"})
  void of_keepsTheOffsetOfADate(String date) {
    assertEquals(
        Optional.of(date), ofData("\"bankIdIssueDate\": \"" + date + "\"").bankIdIssueDate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"risk\": null",
        "\"risk\": \"HIGH\"",
        "\"risk\": \"189001019802\"",
        "\"risk\": {\"level\": \"high\"}",
        "\"bankIdIssueDate\": \"yesterday\"",
        "\"bankIdIssueDate\": 20250228",
        "\"stepUp\": true",
        "\"stepUp\": {}",
        "\"stepUp\": {\"mrtd\": \"true\"}"
      })
  void of_leavesOutAMember_thatIsNotAsBankIdDocumentsIt(String members) {
    assertEquals(NONE, ofData(members));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"completionData\"", "\"risk\"", "not json"})
  void of_findsNothing_inAnAnswerThatWasNotKeptOrCannotBeRead(String raw) {
    assertEquals(NONE, of(raw));
  }

  @Test
  void of_readsAnAnswerAfterAByteOrderMark() {
    assertEquals(
        Optional.of("high"), of("\uFEFF{\"completionData\": {\"risk\": \"high\"}}").risk());
  }

  @Test
  void of_findsNothing_inAnAnswerThatIsNestedTooDeeply() {
    assertEquals(NONE, of("[".repeat(50_000)));
  }
}
