package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.role.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every role does what its line in the table says. */
class RolesTest {
  private static final List<String> SIGNED =
      List.of("outstandingTransaction", "started", "userSign", "complete");

  @AutoClose private final Bench bench = new Bench();

  @Test
  void table_namesDistinctPeople_bornFrom1880To1899() {
    List<String> numbers =
        bench.simulator.roles().all().stream()
            .map(role -> role.person().personalNumber().digits())
            .toList();
    assertEquals(numbers.size(), numbers.stream().distinct().count());
    assertTrue(numbers.stream().allMatch(number -> number.matches("18[89]\\d{5}9[89]\\d\\d")));
  }

  @Test
  void table_isWhatTheControlApiAnswers() throws Exception {
    JsonNode answered = bench.nobody.get(bench.sandboxUri("/roles")).body();
    List<Role> table = bench.simulator.roles().all();
    assertEquals(table.size(), answered.size());
    Role first = table.getFirst();
    assertEquals(
        first.person().personalNumber().digits(),
        answered.get(0).get("personal_number").textValue());
    assertEquals(first.person().name(), answered.get(0).get("name").textValue());
    assertEquals(first.description(), answered.get(0).get("description").textValue());
    assertEquals(first.course(OrderKind.SIGN), answered.get(0).get("sign").textValue());
    assertEquals(first.course(OrderKind.PHONE), answered.get(0).get("phone").textValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Signs after | outstandingTransaction started userSign complete",
        "Starts the app | outstandingTransaction noClient started userSign complete",
        "Is asked for an ID | outstandingTransaction started userMrtd userSign complete",
        "Cancels in the app | outstandingTransaction started userSign userCancel",
        "Never opens | outstandingTransaction startFailed",
        "Opens the app | outstandingTransaction started userSign expiredTransaction",
        "Has a blocked | outstandingTransaction started certificateErr",
        "Denies being | outstandingTransaction started userSign userCancel",
        "Is asked for facial | outstandingTransaction started userFace complete",
        "Fails facial | outstandingTransaction started userSign facialRecognitionFailed",
        "Is blocked because of | outstandingTransaction started userSign transactionRiskBlocked",
        "Has an app | outstandingTransaction started notSupportedByUserApp",
      })
  void sign_goesThroughTheRolesStates(String role, String states) throws Exception {
    assertEquals(List.of(states.split(" ")), statesOf(bench.sign(bench.role(role))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Signs after | outstandingTransaction userCallConfirm userSign complete",
        "Starts the app | outstandingTransaction noClient userCallConfirm userSign complete",
        "Is asked for an ID | outstandingTransaction userCallConfirm userSign complete",
        "Cancels in the app | outstandingTransaction userCallConfirm userSign userCancel",
        "Never opens | outstandingTransaction expiredTransaction",
        "Opens the app | outstandingTransaction userCallConfirm userSign expiredTransaction",
        "Has a blocked | outstandingTransaction userCallConfirm certificateErr",
        "Denies being | outstandingTransaction userCallConfirm userDeclinedCall",
        "Is asked for facial | outstandingTransaction userCallConfirm userFace complete",
      })
  void phoneSign_goesThroughTheRolesStates(String role, String states) throws Exception {
    assertEquals(List.of(states.split(" ")), statesOf(bench.phoneSign(bench.role(role))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signs after", "Is asked for an ID"})
  void sign_goesThroughUserMrtd_whenRequired(String role) throws Exception {
    ObjectNode body = bench.signBody(bench.role(role));
    ((ObjectNode) body.get("requirement")).put("mrtd", true);
    List<String> expected = new ArrayList<>(SIGNED);
    expected.add(2, "userMrtd");
    assertEquals(expected, statesOf(bench.rp("/sign", body)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGN", "PHONE"})
  void course_isWhatHappens_asCollectAnswersIt(OrderKind kind) throws Exception {
    for (Role role : bench.simulator.roles().all()) {
      assertEquals(course(role, kind), role.course(kind), role.description());
    }
  }

  @Test
  void everyFalseSigner_signs() throws Exception {
    for (Role role : bench.simulator.roles().all()) {
      if (role.description().startsWith("Signs, but")) {
        assertEquals(SIGNED, statesOf(bench.sign(role.person().personalNumber().digits())));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Has an order at another bank, 400, alreadyInProgress",
    "Finds BankID in maintenance, 503, maintenance",
    "Hits BankID's rate limit, 429, tooManyRequests",
    "Finds BankID failing, 500, internalError",
    "Gets an error code, 400, somethingNew",
  })
  void create_isRefused_asTheRoleSays(String role, int status, String errorCode) throws Exception {
    for (Reply reply : List.of(bench.sign(bench.role(role)), bench.phoneSign(bench.role(role)))) {
      assertEquals(status, reply.status());
      assertEquals(errorCode, reply.errorCode());
    }
    assertEquals(0, bench.journal(bench.role(role)).size());
  }

  @Test
  void rateLimit_isNamedInHeaders() throws Exception {
    Reply reply = bench.sign(bench.role("Hits BankID's rate limit"));
    assertEquals(Optional.of("10"), reply.raw().headers().firstValue("RateLimit-Reset"));
  }

  @Test
  void lostOrder_isUnknownToCollectAndCancel() throws Exception {
    Reply created = bench.sign(bench.role("Has an order that BankID loses"));
    assertEquals(200, created.status());
    assertEquals("invalidParameters", bench.collected(created));
    assertEquals("invalidParameters", bench.cancel(created).errorCode());
  }

  @Test
  void phone_takesOver_whenItScansARolesOrder() throws Exception {
    Reply created = bench.sign(bench.role("Cancels in the app"));
    bench.scan(created, 0);
    bench.passSeconds(60);
    assertEquals("pending/userSign", bench.collected(created));
    bench.phone("sign", created);
    assertEquals("complete", bench.collected(created));
  }

  /** Returns what a relying party sees if it creates an order and collects every second. */
  private String course(Role role, OrderKind kind) throws Exception {
    String person = role.person().personalNumber().digits();
    Reply created = kind == OrderKind.SIGN ? bench.sign(person) : bench.phoneSign(person);
    if (created.status() != 200) {
      return created.status() + " " + created.errorCode();
    }
    List<String> changes = new ArrayList<>();
    String last = "pending/outstandingTransaction";
    for (int second = 0; last.startsWith("pending"); second++) {
      String state = bench.collected(created);
      if (!state.equals(last)) {
        changes.add(state.substring(state.indexOf('/') + 1) + " " + second + " s");
        last = state;
      }
      bench.passSeconds(1);
    }
    String course = String.join(", ", changes);
    return last.equals("invalidParameters") ? "400 " + course : course;
  }

  /** Returns the states that a relying party sees if it collects every two seconds. */
  private List<String> statesOf(Reply created) throws Exception {
    List<String> states = new ArrayList<>();
    while (true) {
      String[] collected = bench.collected(created).split("/", 2);
      String state = collected[collected.length - 1];
      if (states.isEmpty() || !states.getLast().equals(state)) {
        states.add(state);
      }
      if (!collected[0].equals("pending")) {
        return states;
      }
      bench.passSeconds(2);
    }
  }
}
