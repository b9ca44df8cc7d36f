package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What collect and cancel answer ({@code docs/bankid.md#collect}). */
class CollectFactsTest {
  @AutoClose private final Bench bench = new Bench();

  @ParameterizedTest(name = "{0} is seen when {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outstandingTransaction | nobody has opened the order
          started                | the app is open and no BankID fits
          userMrtd               | a passport is to be read
          userCallConfirm        | a phone order has been answered
          userSign               | the text is shown
          noClient               | the phone says so
          noClient               | nobody has opened the order and the phone says so
          processing             | the phone says so
          userStepUp             | the phone says so
          userFace               | the phone says so
          """)
  void collect_answersPending_withEachHintCode(String hintCode, String when) throws Exception {
    Reply order =
        switch (when) {
          case "nobody has opened the order" -> bench.sign(Bench.PERSON);
          case "nobody has opened the order and the phone says so" -> unopened(hintCode);
          case "the app is open and no BankID fits" ->
              opened("requirement.certificatePolicies", "[\"1.2.3.4.10\"]");
          case "a passport is to be read" -> opened("requirement.mrtd", "true");
          case "a phone order has been answered" -> answered();
          case "the text is shown" -> opened("returnRisk", "true");
          default -> {
            Reply busy = opened("returnRisk", "true");
            bench.hint("hint", busy, hintCode);
            yield busy;
          }
        };

    assertEquals("pending/" + hintCode, bench.collected(order));
  }

  @ParameterizedTest(name = "{0} is seen when {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          startFailed              | nobody opens the order in 30 s
          startFailed              | the app has not been there in 30 s
          expiredTransaction       | nobody signs in 180 s
          userCancel               | the person cancels in the app
          cancelled                | another order is made for the person
          userDeclinedCall         | the person denies to be in the call
          transactionRiskBlocked   | the risk is higher than accepted
          certificateErr           | the phone says so
          notSupportedByUserApp    | the phone says so
          mrtdVerificationFailed   | the phone says so
          facialRecognitionFailed  | the phone says so
          nfcNotSupportedByDevice  | the phone says so
          multipleBankIdsOnDevice  | the phone says so
          stepUpFailed             | the phone says so
          """)
  void collect_answersFailed_withEachHintCode(String hintCode, String when) throws Exception {
    Reply order =
        switch (when) {
          case "nobody opens the order in 30 s" -> later(bench.sign(Bench.PERSON), 30);
          case "the app has not been there in 30 s" -> later(unopened("noClient"), 30);
          case "nobody signs in 180 s" -> later(opened("returnRisk", "true"), 180);
          case "the person cancels in the app" -> {
            Reply cancelled = opened("returnRisk", "true");
            bench.phone("cancel", cancelled);
            yield cancelled;
          }
          case "another order is made for the person" -> {
            Reply first = bench.sign(Bench.PERSON);
            bench.sign(Bench.PERSON);
            yield first;
          }
          case "the person denies to be in the call" -> {
            Reply call = answered();
            bench.phone("deny-call", call);
            yield call;
          }
          case "the risk is higher than accepted" -> {
            var body = bench.signBody(Bench.PERSON).put("endUserIp", "203.0.113.7");
            Reply risky = bench.rp("/sign", Parameter.set(body, "requirement.risk", "\"low\""));
            bench.open(risky);
            yield risky;
          }
          default -> {
            Reply failed = opened("returnRisk", "true");
            bench.hint("fail", failed, hintCode);
            yield failed;
          }
        };

    assertEquals("failed/" + hintCode, bench.collected(order));
  }

  @ParameterizedTest(name = "{0} {1} by who {2}: completionData has {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign       | returnRisk = false       | Signs after | user device bankIdIssueDate signature ocspResponse
          sign       | returnRisk = true        | Signs after | user device bankIdIssueDate signature ocspResponse risk
          auth       | returnRisk = true        | Signs after | user device bankIdIssueDate signature ocspResponse risk
          sign       | requirement.mrtd = true  | Signs after | user device bankIdIssueDate stepUp signature ocspResponse
          sign       | returnRisk = false       | Is asked for an ID | user device bankIdIssueDate stepUp signature ocspResponse
          phone/sign | requirement.pinCode = true | Signs after | user device bankIdIssueDate signature ocspResponse
          phone/auth | requirement.pinCode = true | Signs after | user device bankIdIssueDate signature ocspResponse
          """)
  void collect_answersACompletion_thatIsWhole(
      String call, String parameter, String role, String members) throws Exception {
    String[] nameAndValue = parameter.split(" = ", 2);
    Reply order =
        bench.rp(
            "/" + call,
            Parameter.set(bench.body(call, bench.role(role)), nameAndValue[0], nameAndValue[1]));

    JsonNode complete = bench.collect(later(order, 15)).body();

    assertEquals(List.of("orderRef", "status", "completionData"), names(complete));
    JsonNode data = complete.get("completionData");
    assertEquals(List.of(members.split(" ")), names(data));
    assertEquals(
        List.of("personalNumber", "name", "givenName", "surname"), names(data.get("user")));
    assertEquals(List.of("ipAddress", "uhi"), names(data.get("device")));
    assertTrue(data.get("bankIdIssueDate").textValue().matches("\\d{4}-\\d\\d-\\d\\dZ"));
  }

  @Test
  void collect_handsACompletionOutOnce() throws Exception {
    Reply order = later(bench.sign(bench.role("Signs after")), 12);
    assertEquals("complete", bench.collected(order));
    assertEquals("invalidParameters", bench.collected(order));
  }

  @Test
  void collect_answersAFailureAgain() throws Exception {
    Reply order = later(bench.sign(Bench.PERSON), 30);
    assertEquals("failed/startFailed", bench.collected(order));
    assertEquals("failed/startFailed", bench.collected(order));
  }

  @Test
  void cancel_answers200AndAnEmptyObject_once() throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    Reply first = bench.cancel(order);
    assertEquals(200, first.status());
    assertEquals("{}", first.body().toString());
    assertEquals("invalidParameters", bench.cancel(order).errorCode());
    assertEquals("invalidParameters", bench.collected(order));
  }

  @Test
  void cancel_leavesACompletionToBeCollected() throws Exception {
    Reply order = later(bench.sign(bench.role("Signs after")), 12);
    assertEquals("invalidParameters", bench.cancel(order).errorCode());
    assertEquals("complete", bench.collected(order));
  }

  @Test
  void cancel_leavesAFailureAsItIs() throws Exception {
    Reply order = later(bench.sign(Bench.PERSON), 30);
    assertEquals("invalidParameters", bench.cancel(order).errorCode());
    assertEquals("failed/startFailed", bench.collected(order));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/collect", "/cancel"})
  void anOrder_isUnknown_toAnotherClientCertificate(String call) throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    ClientCertificate another = bench.simulator.newClientCertificate("Another AB");
    try (Https other = new Https(bench.simulator.tlsRootPem(), Optional.of(another))) {
      Reply reply = other.post(bench.rpUri(call), Bench.orderRef(order).toString());
      assertEquals("invalidParameters", reply.errorCode());
    }
    assertEquals("pending/outstandingTransaction", bench.collected(order));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /collect | {}                           | Missing orderRef
          /cancel  | {}                           | Missing orderRef
          /collect | {"orderRef":7}               | Invalid orderRef
          /collect | {"orderRef":""}              | Invalid orderRef
          /cancel  | {"orderRef":"x","more":1}    | Unknown parameter more
          /collect | {"orderRef":"131daac9-16c6-4618-beb0-365768f37288"} | No such order
          /cancel  | {"orderRef":"131daac9-16c6-4618-beb0-365768f37288"} | No such order
          """)
  void collectAndCancel_checkTheOrderRef(String call, String body, String details)
      throws Exception {
    Reply reply = bench.relyingParty.post(bench.rpUri(call), body);
    assertEquals(400, reply.status());
    assertEquals("invalidParameters", reply.errorCode());
    assertEquals(details, reply.details());
  }

  private Reply opened(String name, String value) throws Exception {
    Reply order = bench.rp("/sign", Parameter.set(bench.signBody(Bench.PERSON), name, value));
    bench.open(order);
    return order;
  }

  private Reply unopened(String hintCode) throws Exception {
    Reply order = bench.sign(Bench.PERSON);
    bench.hint("hint", order, hintCode);
    return order;
  }

  private Reply answered() throws Exception {
    Reply order = bench.phoneSign(Bench.PERSON);
    bench.phone("answer", "personal_number", Bench.PERSON);
    return order;
  }

  private Reply later(Reply order, long seconds) {
    bench.passSeconds(seconds);
    return order;
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(it -> it.getKey()).toList();
  }
}
