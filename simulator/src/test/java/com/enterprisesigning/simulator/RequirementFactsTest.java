package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an accepted parameter does to the order ({@code docs/bankid.md#sign}). */
class RequirementFactsTest {
  @AutoClose private final Bench bench = new Bench();

  @ParameterizedTest(name = "{0}: once opened, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent                        | pending/userSign
          ["1.2.3.4.25"]                | pending/userSign
          ["1.2.3.4.*"]                 | pending/userSign
          ["1.2.3.4.10","1.2.3.4.25"]   | pending/userSign
          ["1.2.3.4.5"]                 | pending/started
          ["1.2.3.4.10"]                | pending/started
          ["1.2.3.4.2"]                 | pending/started
          ["1.2.3.4.25.*"]              | pending/started
          ["1.2.752.78.1.5"]            | pending/started
          """)
  void certificatePolicies_mustMatchTheTestMobileBankId_orTheAppKeepsLooking(
      String policies, String opened) throws Exception {
    Reply order = signed("requirement.certificatePolicies", policies, Bench.PERSON);

    bench.open(order);

    assertEquals(opened, bench.collected(order));
  }

  @Test
  void phoneOrder_isRefusedByThePhone_whenNoBankIdMatches() throws Exception {
    ObjectNode body = bench.phoneBody(Bench.PERSON);
    bench.rp(
        "/phone/sign", Parameter.set(body, "requirement.certificatePolicies", "[\"1.2.3.4.10\"]"));

    assertEquals(409, bench.phone("answer", "personal_number", Bench.PERSON).status());
  }

  @Test
  void rolesOrder_expires_whenNoBankIdMatches() throws Exception {
    Reply order =
        signed("requirement.certificatePolicies", "[\"1.2.3.4.10\"]", bench.role("Signs after"));
    bench.passSeconds(179);
    assertEquals("pending/started", bench.collected(order));
    bench.passSeconds(1);
    assertEquals("failed/expiredTransaction", bench.collected(order));
  }

  @ParameterizedTest(name = "endUserIp {0}, requirement.risk {1}: {2}, completionData.risk {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.7 | absent   | complete                      | low
          198.51.100.7 | low      | complete                      | low
          192.0.2.7    | absent   | complete                      | moderate
          192.0.2.7    | moderate | complete                      | moderate
          192.0.2.7    | low      | failed/transactionRiskBlocked |
          203.0.113.7  | absent   | complete                      | high
          203.0.113.7  | moderate | failed/transactionRiskBlocked |
          2001:db8::1  | low      | complete                      | low
          """)
  void risk_thatIsHigherThanAccepted_blocksTheOrder_byHandAndByRole(
      String endUserIp, String accepted, String outcome, String risk) throws Exception {
    for (String person : new String[] {Bench.PERSON, bench.role("Signs after")}) {
      ObjectNode body = bench.signBody(person).put("endUserIp", endUserIp).put("returnRisk", true);
      Reply order = bench.rp("/sign", Parameter.set(body, "requirement.risk", quoted(accepted)));
      if (person.equals(Bench.PERSON)) {
        bench.open(order);
        bench.phone("sign", order);
      } else {
        bench.passSeconds(12);
      }

      Reply collected = bench.collect(order);

      JsonNode answer = collected.body();
      assertEquals(outcome.split("/", 2)[0], answer.path("status").textValue());
      assertEquals(risk, answer.at("/completionData/risk").textValue());
      assertTrue(outcome.endsWith(answer.path("hintCode").asText("complete")), outcome);
    }
  }

  @Test
  void personalNumber_namesTheOnlyPerson_whoCanOpenTheOrder() throws Exception {
    Reply order = bench.sign(Bench.PERSON);

    Reply opened = bench.open(order, Bench.OTHER_PERSON);

    assertEquals(409, opened.status());
    assertEquals("The order is for another person.", opened.message());
    assertEquals("pending/outstandingTransaction", bench.collected(order));
  }

  @Test
  void mrtd_makesTheAppReadAPassport_andTheCompletionSaysSo() throws Exception {
    Reply order = signed("requirement.mrtd", "true", Bench.PERSON);
    bench.open(order);
    assertEquals("pending/userMrtd", bench.collected(order));
    assertEquals(409, bench.phone("sign", order).status());
    bench.passSeconds(3);
    bench.phone("sign", order);

    assertTrue(bench.collect(order).body().at("/completionData/stepUp/mrtd").booleanValue());
  }

  @Test
  void open_answersTheReturnUrl() throws Exception {
    Reply order = signed("returnUrl", "\"https://example.com/#nonce\"", Bench.PERSON);

    Reply opened = bench.open(order);

    assertEquals("https://example.com/#nonce", opened.body().get("return_url").textValue());
  }

  private Reply signed(String name, String value, String person) throws Exception {
    return bench.rp("/sign", Parameter.set(bench.signBody(person), name, value));
  }

  private static String quoted(String value) {
    return value.equals("absent") ? value : "\"" + value + "\"";
  }
}
