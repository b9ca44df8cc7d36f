package com.enterprisesigning.local.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.AnimatedQrCode;
import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.bankid.client.BankIdClient;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.SignatureVerification;
import com.enterprisesigning.evidence.UnconfirmedStep;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.local.blackbox.Persons;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.processes.SimulatorFunction.Reply;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.SecretReferences;
import com.enterprisesigning.secrets.StoredClientCertificates;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The jar of the simulator's function ({@code docs/architecture.md#the-simulator}) as Lambda runs
 * it: in processes that share nothing but their table.
 */
@Tag("thorough")
class SimulatorFunctionIT {
  private static final SigningText TEXT =
      new SigningText(
          "I borrow 100 kronor, å.", SigningText.Format.PLAINTEXT, Optional.of("signing:v1"));
  private static final String ROOT = "classpath:com/enterprisesigning/sandbox/signature-root.pem";
  private static final Persons PERSONS = new Persons();

  private static SimulatorFunction function;

  @BeforeAll
  static void start() throws Exception {
    function = new SimulatorFunction();
  }

  @AfterAll
  static void stop() throws Exception {
    if (function != null) {
      function.close();
    }
  }

  @Test
  void aSigning_ofTheFunctionsOwnClient_goesThroughBothProcesses_andVerifies() throws Exception {
    PersonalNumber person = new PersonalNumber(PERSONS.next());
    try (FunctionUrl url = new FunctionUrl(function)) {
      BankId bankId = bankId(url);
      BankId.Created.Order order =
          assertInstanceOf(BankId.Created.Order.class, bankId.create(orderOf(person)));
      Instant now = Clock.systemUTC().instant();
      String qr = new AnimatedQrCode(order.launch().orElseThrow(), now).at(now);

      Reply scanned = function.phone(1, "scan", function.object().put("qr_string", qr));
      assertEquals(
          new BankId.Collected.Pending(HintCode.USER_SIGN), bankId.collect(order.orderRef()));
      function.phone(1, "sign", function.object().put("order_ref", order.orderRef()));

      assertEquals(TEXT.visible(), scanned.text("user_visible_data"));
      Verdict verdict =
          verification()
              .verify(
                  assertInstanceOf(
                          BankId.Collected.Complete.class, bankId.collect(order.orderRef()))
                      .completion(),
                  TEXT,
                  Requirement.NONE,
                  person);
      assertTrue(verdict.isVerified(), verdict.steps().toString());
      assertEquals(new BankId.Collected.NoSuchOrder(), bankId.collect(order.orderRef()));
    }
  }

  /** Creates a client without a certificate, as in a sandbox stack. */
  private static BankId bankId(FunctionUrl url) {
    return new BankIdClient(
        url.bankIdUrl(),
        RootCertificate.parse("tls-root", url.rootPem()),
        new StoredClientCertificates(
            new SecretReferences(() -> {
              throw new AssertionError("the template names no secret");
            }),
            Optional.empty()),
        _ -> {},
        Clock.systemUTC());
  }

  private static OrderRequest orderOf(PersonalNumber person) {
    return new OrderRequest.Sign(
        person,
        TEXT,
        Requirement.NONE,
        EndUserIp.parse("198.51.100.7").orElseThrow(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Creates the verification that the functions use in a sandbox stack. */
  private static SignatureVerification verification() {
    String root =
        new SecretReferences(
                () -> {
                  throw new IllegalStateException("the root is a resource");
                })
            .read(ROOT);
    return new SignatureVerification(
        SignatureRoots.forSandbox(root).certificates(),
        matching -> Optional.of(matching.test(Application.SANDBOX)),
        Set.of(UnconfirmedStep.values()),
        Clock.systemUTC());
  }

  @Test
  void aSecondOrder_inTheOtherProcess_endsBoth() throws Exception {
    String person = PERSONS.next();
    Reply first = function.rp(0, "sign", signBody(person));

    Reply second = function.rp(1, "sign", signBody(person));

    assertEquals("alreadyInProgress", second.text("errorCode"));
    assertEquals("cancelled", function.rp(0, "collect", orderRef(first)).text("hintCode"));
    assertEquals(200, function.rp(1, "sign", signBody(person)).status());
  }

  @Test
  void completion_isReturnedOnce_whenSixteenThreadsCollectFromBothProcesses() throws Exception {
    Reply created = function.rp(0, "sign", signBody(PERSONS.next()));
    function.phone(
        0, "open", function.object().put("autostart_token", created.text("autoStartToken")));
    function.phone(0, "sign", function.object().put("order_ref", created.text("orderRef")));

    List<String> outcomes = atOnce(i -> function.rp(i % 2, "collect", orderRef(created)).outcome());

    assertEquals(1, Collections.frequency(outcomes, "complete"), outcomes::toString);
    assertEquals(15, Collections.frequency(outcomes, "invalidParameters"), outcomes::toString);
  }

  @Test
  void signing_succeeds_whenTheFirstAnswerOfEachWriteIsLost() throws Exception {
    int process = SimulatorFunction.LOSING_ANSWERS;
    int before = function.answersLost();

    Reply created = function.rp(process, "sign", signBody(PERSONS.next()));
    function.phone(
        process, "open", function.object().put("autostart_token", created.text("autoStartToken")));
    function.phone(process, "sign", function.object().put("order_ref", created.text("orderRef")));

    assertEquals("complete", function.rp(process, "collect", orderRef(created)).outcome());
    assertEquals(4, function.answersLost() - before);
  }

  @Test
  void aPerson_hasOneOrderAtMost_whenSixteenThreadsStartInBothProcesses() throws Exception {
    String person = PERSONS.next();

    List<Integer> statuses = atOnce(i -> function.rp(i % 2, "sign", signBody(person)).status());

    assertEquals(8, Collections.frequency(statuses, 200), statuses::toString);
    assertEquals(8, Collections.frequency(statuses, 400), statuses::toString);
  }

  @Test
  void aPath_withoutTheSecret_isNotFound() throws Exception {
    assertEquals(404, function.post(0, "/rp/v6.0/sign", signBody(PERSONS.next())).status());
  }

  @Test
  void theJar_isUnder25Megabytes() throws Exception {
    assertTrue(Files.size(ShippedJar.SIMULATOR.path()) < 25_000_000);
  }

  @Test
  void theFunction_doesNotStart_withoutItsSettings_andSaysWhatToSet() throws Exception {
    try (FunctionProcess process = SimulatorFunction.start(Map.of("ORDERS_TABLE_NAME", "orders"))) {
      IllegalStateException refusal =
          assertThrows(IllegalStateException.class, process::awaitReady);

      String reason = refusal.getCause().getMessage();
      assertTrue(reason.contains("PATH_SECRET is missing: set it to"), reason);
    }
  }

  private static ObjectNode signBody(String person) {
    ObjectNode body = function.object().put("endUserIp", "198.51.100.7");
    body.put("userVisibleData", base64(TEXT.visible()));
    body.put("userNonVisibleData", base64(TEXT.nonVisible().orElseThrow()));
    body.putObject("requirement").put("personalNumber", person);
    return body;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static JsonNode orderRef(Reply created) {
    return function.object().put("orderRef", created.text("orderRef"));
  }

  private static <T> List<T> atOnce(Call<T> call) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(2 * SimulatorFunction.THREADS)) {
      List<Callable<T>> calls =
          IntStream.range(0, 2 * SimulatorFunction.THREADS)
              .<Callable<T>>mapToObj(i -> () -> call.make(i))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : executor.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }

  /** A call made by one of many threads. */
  private interface Call<T> {
    T make(int number) throws Exception;
  }
}
