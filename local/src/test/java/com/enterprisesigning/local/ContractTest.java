package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.HintCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract catches every mistake that an answer could contain. */
class ContractTest {
  private static final Contract CONTRACT = Contract.ofRepository();
  private static final Optional<String> JSON = Optional.of("application/json");
  private static final String MESSAGE =
      "\"user_message\":{\"code\":\"RFA1\",\"sv\":\"Starta\",\"en\":\"Start\"}";
  private static final String QR =
      "\"qr_string\":\"bankid.67df3917-fa0d-44e5-b327-edcc928297f8.1."
          + "949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2\"";

  static List<DocumentedAnswer> examples() {
    return DocumentedAnswer.allOf(CONTRACT.document());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_isAnAnswerOfItsCall(DocumentedAnswer example) {
    assertEquals(List.of(), example.violations(CONTRACT));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_fails_whenAnyMemberIsRemoved(DocumentedAnswer example) {
    assertEquals(
        List.of(),
        unnoticed(example, ObjectNode::remove)
            .filter(member -> !isOptional(example, member))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_passes_whenAnOptionalMemberIsRemoved(DocumentedAnswer example) {
    List<Member> optional =
        Member.of(example.body()).stream().filter(member -> isOptional(example, member)).toList();
    assertTrue(unnoticed(example, ObjectNode::remove).toList().containsAll(optional));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_fails_whenAnyMemberIsRenamed(DocumentedAnswer example) {
    assertEquals(
        List.of(),
        unnoticed(example, (object, name) -> object.set(name + "_2", object.remove(name)))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_fails_whenAMemberIsAddedToAnyObject(DocumentedAnswer example) {
    List<JsonPointer> unnoticed =
        Member.objects(example.body(), JsonPointer.empty())
            .filter(object -> {
              JsonNode body =
                  new Member(object, "added")
                      .changed(example.body(), (node, name) -> node.put(name, "text"));
              return example.with(body).violations(CONTRACT).isEmpty();
            })
            .toList();
    assertEquals(List.of(), unnoticed);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_fails_whenAnyMemberIsNull(DocumentedAnswer example) {
    assertEquals(List.of(), unnoticed(example, ObjectNode::putNull).toList());
  }

  private static Stream<Member> unnoticed(
      DocumentedAnswer example, BiConsumer<ObjectNode, String> change) {
    return Member.of(example.body()).stream()
        .filter(member ->
            example.with(member.changed(example.body(), change)).violations(CONTRACT).isEmpty());
  }

  /**
   * Returns whether the member may be left out. A member that a status requires is not optional.
   */
  private static boolean isOptional(DocumentedAnswer example, Member member) {
    JsonNode object = example.body().at(member.object());
    return switch (member.name()) {
      case "detail", "retry_at", "uhi" -> true;
      case "requirement", "risk", "bank_id_issue_date", "step_up", "time_stamp" -> true;
      case "mrtd" -> member.object().toString().endsWith("/requirement");
      case "request_id" -> example.status() != 500;
      case "user_message" -> object.path("status").asString("").equals("COMPLETE");
      default -> false;
    };
  }

  @Test
  void requestExamples_areRequestsOfTheirCalls() {
    List<String> wrong = new ArrayList<>();
    CONTRACT
        .document()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .at("/post/requestBody/content/application~1json/examples")
                .properties()
                .forEach(example ->
                    CONTRACT
                        .requestViolations(
                            "POST", path.getKey(), example.getValue().path("value").toString())
                        .forEach(it -> wrong.add(path.getKey() + " " + example.getKey() + it))));
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ID,\"launch\":\"CALL\"", "ID,\"launch\":null", "ID,\"web\":{}"})
  void collectRequest_isRefused_whenItIsNotDocumented(String members) {
    String body =
        "{"
            + members.replace("ID", "\"participant_id\":\"5f0c7a4e-52a1-4a8e-9d58-0c3b6c1e7a03\"")
            + "}";
    assertFalse(CONTRACT.requestViolations("POST", "/signing/collect", body).isEmpty());
  }

  @Test
  void contract_hasAValueForEachKeyword() {
    // A comma in a YAML text without quotes makes what follows it a key without a value.
    List<Member> without =
        Member.of(CONTRACT.document()).stream()
            .filter(it -> CONTRACT.document().at(it.object()).path(it.name()).isNull())
            .toList();
    assertEquals(List.of(), without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CollectAnswer", "Participant"})
  void contract_listsExactlyTheHintCodesThatAnswersShow(String schema) {
    Set<String> listed = new TreeSet<>();
    CONTRACT
        .document()
        .at("/components/schemas/" + schema + "/dependentSchemas")
        .findValues("hint_code")
        .forEach(hint -> hint.path("enum").forEach(code -> listed.add(code.stringValue())));
    Set<String> shown = new TreeSet<>();
    for (HintCode hint : HintCode.values()) {
      shown.add(hint.shown().name());
    }
    assertEquals(shown, listed);
  }

  @Test
  void everyAnswerWithABody_hasAnExample() {
    List<String> without = new ArrayList<>();
    CONTRACT
        .document()
        .findValues("content")
        .forEach(content ->
            content.properties().stream()
                .filter(media -> Contract.isJson(media.getKey()))
                .filter(media -> media.getValue().path("examples").isEmpty())
                .forEach(media -> without.add(media.toString())));
    assertEquals(List.of(), without);
  }

  @Test
  void check_namesWhatIsWrong() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                CONTRACT.check("POST", "/signing/collect", 200, JSON, "{\"status\":\"COMPLETE\"}"));
    assertTrue(error.getMessage().contains("signed_at"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/signing/processes/{id}",
        "/signing/processes/1d3f9b62-0f4e-4c0a-8f0e-5a7d2b9c4e10",
        "/signing/processes/1d3f9b62-0f4e-4c0a-8f0e-5a7d2b9c4e10?a=b"
      })
  void path_isFound_asWrittenOrAsCalled(String path) {
    assertEquals(List.of(), CONTRACT.violations("DELETE", path, 204, Optional.empty(), ""));
  }

  @Test
  void answer_fails_whenItsCallIsUnknown() {
    assertFails("PUT", "/signing/start", 204, Optional.empty(), "");
    assertFails("POST", "/signing/stop", 204, Optional.empty(), "");
    assertFails("POST", "/signing/processes/1/2", 204, Optional.empty(), "");
  }

  @Test
  void answer_fails_whenItsStatusIsUndocumented() {
    assertFails("POST", "/signing/start", 202, JSON, "{\"message\":\"Accepted\"}");
  }

  @Test
  void answer_fails_whenItsMediaTypeIsWrong() {
    String gateway = "{\"message\":\"Unauthorized\"}";
    String problem = "application/problem+json";
    assertFails("POST", "/signing/start", 401, Optional.of(problem), gateway);
    assertFails("POST", "/signing/start", 401, Optional.empty(), gateway);
  }

  @Test
  void answer_passes_whenItsMediaTypeHasACharset() {
    Optional<String> charset = Optional.of("Application/JSON; charset=utf-8");
    String body = "{\"message\":\"Unauthorized\"}";
    assertEquals(List.of(), CONTRACT.violations("POST", "/signing/start", 401, charset, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "{\"message\":\"Unauthorized\"} {}"})
  void answer_fails_whenItsBodyIsNotTheObject(String body) {
    assertFails("POST", "/signing/start", 401, JSON, body);
  }

  @Test
  void answer204_fails_whenItHasABody() {
    assertFails("POST", "/signing/cancel", 204, JSON, "{}");
  }

  @Test
  void problem_fails_whenItsCodeCannotOccurThere() {
    String problem =
        """
        {"type":"about:blank","title":"Conflict","status":409,"instance":"/signing/collect",
         "reason":{"code":"REQUEST_IN_PROGRESS","message":"Wait"}}\
        """;
    assertFails("POST", "/signing/collect", 409, Optional.of("application/problem+json"), problem);
  }

  @Test
  void conflict_fails_whenItsMessageDiffers() {
    DocumentedAnswer conflict =
        examples().stream()
            .filter(example -> example.name().equals("bothDead"))
            .findFirst()
            .orElseThrow();
    JsonNode body =
        new Member(JsonPointer.compile("/reason"), "message")
            .changed(
                conflict.body(),
                (reason, name) -> reason.put(name, reason.path(name).stringValue() + "."));
    assertFalse(conflict.with(body).violations(CONTRACT).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'status':'PENDING','next_collect_ms':2000,MESSAGE",
        "'status':'PENDING','hint_code':'USER_CANCEL','next_collect_ms':2000,MESSAGE",
        "'status':'PENDING','hint_code':'USER_SIGN',QR,'next_collect_ms':1000,MESSAGE",
        "'status':'PENDING','hint_code':'NO_CLIENT',QR,'next_collect_ms':2000,MESSAGE",
        "'status':'PENDING','hint_code':'USER_SIGN','next_collect_ms':1000,MESSAGE",
        "'status':'INITIATED','next_collect_ms':1000,MESSAGE",
        "'status':'INITIATED','hint_code':'UNKNOWN','next_collect_ms':2000,MESSAGE",
        "'status':'FAILED',MESSAGE",
        "'status':'FAILED','hint_code':'USER_SIGN',MESSAGE",
        "'status':'FAILED','hint_code':'USER_CANCEL','next_collect_ms':2000,MESSAGE",
        "'status':'COLLECT_ERROR','hint_code':'UNKNOWN',MESSAGE",
        "'status':'COMPLETE','signed_at':'2026-11-23T12:00:41Z','next_collect_ms':2000",
        "'status':'COMPLETE','signed_at':'2026-11-23T12:00:41+01:00'",
        "'status':'COMPLETE','signed_at':'2026-13-23T12:00:41Z'",
        "'status':'CREATED',MESSAGE",
        "'status':'ENDING','next_collect_ms':2000,MESSAGE"
      })
  void collectAnswer_fails_whenItsMembersDoNotGoTogether(String members) {
    String body =
        "{" + members.replace('\'', '"').replace("MESSAGE", MESSAGE).replace("QR,", QR + ",") + "}";
    assertFails("POST", "/signing/collect", 200, JSON, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'COMPLETE',[{'id':ID,'status':'FAILED','hint_code':'CANCELLED'}]",
        "'OPEN',[{'id':ID,'status':'COMPLETE','signed_at':'2026-11-23T12:00:41Z'}]",
        "'OPEN',[{'id':ID,'status':'COMPLETE'}]",
        "'OPEN',[{'id':ID,'status':'NOT_STARTED','hint_code':'UNKNOWN'}]",
        "'OPEN',[]"
      })
  void process_fails_whenItsParticipantsDoNotFit(String members) {
    String body =
        "{'id':ID,'reference':'a','expires_at':'2027-01-07T12:00:00Z','status':"
            + members.replace(",[", ",'participants':[")
            + "}";
    assertFails(
        "GET",
        "/signing/processes/{id}",
        200,
        JSON,
        body.replace("ID", "'1d3f9b62-0f4e-4c0a-8f0e-5a7d2b9c4e10'").replace('\'', '"'));
  }

  @Test
  void evidence_fails_whenItContradictsItself() {
    DocumentedAnswer verified =
        examples().stream()
            .filter(example -> example.name().equals("verified"))
            .findFirst()
            .orElseThrow();
    Stream<BiConsumer<ObjectNode, String>> contradictions =
        Stream.of(
            (evidence, name) -> evidence.put("channel", "START_PHONE"),
            (evidence, name) -> evidence.put("verified", false),
            (evidence, name) -> evidence.putArray("verification"),
            (evidence, name) ->
                ((ObjectNode) evidence.path("verification").get(1)).put("passed", false));
    Member root = new Member(JsonPointer.empty(), "");
    contradictions.forEach(contradiction ->
        assertFalse(
            verified
                .with(root.changed(verified.body(), contradiction))
                .violations(CONTRACT)
                .isEmpty()));
  }

  private static void assertFails(
      String method, String path, int status, Optional<String> contentType, String body) {
    assertFalse(
        CONTRACT.violations(method, path, status, contentType, body).isEmpty(),
        () -> method + " " + path + " " + status + " " + contentType + " " + body);
  }
}
