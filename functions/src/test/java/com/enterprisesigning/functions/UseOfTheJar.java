package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.SignatureVerification;
import com.enterprisesigning.evidence.UnconfirmedStep;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.functions.snapshot.Rehearsal;
import com.enterprisesigning.sqs.FollowUpMessages;
import com.enterprisesigning.store.FollowUpMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Uses the functions with the classes of the jar alone, and throws if something fails. The AWS
 * services are unreachable, so a failed connection shows that the service's client is in the jar.
 */
public final class UseOfTheJar implements Runnable {
  private static final String AWAY = "http://127.0.0.1:1";

  private static final List<
          Function<Application, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>>
      CALLS =
          List.of(
              StartHandler::new,
              StartPhoneHandler::new,
              CollectHandler::new,
              CancelHandler::new,
              RegisterProcessHandler::new,
              GetProcessHandler::new,
              WithdrawProcessHandler::new,
              GetEvidenceHandler::new);

  @Override
  public void run() {
    Rehearsal.run(Clock.systemUTC());
    Application application =
        Application.from(
            Settings.from(
                Map.ofEntries(
                    Map.entry("ENVIRONMENT", "sandbox"),
                    Map.entry("TABLE_NAME", "signing"),
                    Map.entry("BANKID_URL", "https://127.0.0.1:1/rp/v6.0"),
                    Map.entry("BANKID_TLS_ROOT", "tls-root"),
                    Map.entry("BANKID_SIGNATURE_ROOT", "signature-root"),
                    Map.entry("PERSON_KEY_SECRET", "person-key"),
                    Map.entry("FOLLOW_UP_QUEUE_URL", AWAY + "/follow-up"),
                    Map.entry("AWS_REGION", "eu-north-1"),
                    Map.entry("AWS_ENDPOINT_URL_DYNAMODB", AWAY),
                    Map.entry("AWS_ENDPOINT_URL_SECRETS_MANAGER", AWAY),
                    Map.entry("AWS_ENDPOINT_URL_SQS", AWAY))),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            Clock.systemUTC());
    refusesCallsWithoutAToken(application);
    asksTheTable(application);
    followsMessages(application);
    verifiesASignature();
  }

  private static void refusesCallsWithoutAToken(Application application) {
    for (var call : CALLS) {
      APIGatewayV2HTTPEvent event =
          APIGatewayV2HTTPEvent.builder().withRawPath("/signing/start").build();
      expect(403, answer(call.apply(application), event), "an answer");
    }
  }

  private static void asksTheTable(Application application) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRawPath("/signing/collect")
            .withHeaders(Map.of("content-type", "application/json"))
            .withBody("{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}")
            .withRequestContext(token())
            .build();
    expect(503, answer(new CollectHandler(application), event), "an answer without a table");
  }

  /**
   * The first message cannot be read. For the second, neither the secrets nor BankID nor the queue
   * can be reached.
   */
  private static void followsMessages(Application application) {
    Order order =
        new Order(Samples.PARTICIPANT, Samples.TOKEN, "order-1", Channel.PHONE, Optional.empty());
    Instant now = application.clock().instant();
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            message("{}"),
            message(FollowUpMessages.body(new FollowUpMessage.End(Samples.PERSON, order, now)))));
    expect(
        2,
        new FollowUpHandler(application)
            .handleRequest(event, new TestContext())
            .getBatchItemFailures()
            .size(),
        "the messages that were not followed");
  }

  private static void verifiesASignature() {
    JsonNode kept = kept();
    Verdict verdict =
        new SignatureVerification(
                SignatureRoots.forSandbox(kept.get("root").textValue()).certificates(),
                matching -> Optional.of(matching.test(new X500Principal("CN=The tests"))),
                Set.of(UnconfirmedStep.RELYING_PARTY),
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
            .verify(
                new Completion(
                    "{}",
                    "131daac9-16c6-4618-beb0-365768f37288",
                    new Completion.Signer("189001019802", "Karin Öberg", "Karin", "Öberg"),
                    new Completion.Device("192.0.2.1", Optional.empty()),
                    kept.get("signature").textValue(),
                    kept.get("ocsp_response").textValue()),
                new SigningText(
                    "Jag lånar 100 000 kr.\r\nÅterbetalas på tio år.",
                    SigningText.Format.PLAINTEXT,
                    Optional.of("signing:v1;process=1;participant=2")),
                Requirement.NONE,
                new PersonalNumber("189001019802"));
    expect(true, verdict.isVerified(), verdict.steps().toString());
  }

  /** Returns a signature in the form that BankID makes, its OCSP response, and the root of both. */
  private static JsonNode kept() {
    try (InputStream json = UseOfTheJar.class.getResourceAsStream("completion.json")) {
      return new ObjectMapper().readTree(new String(json.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static APIGatewayV2HTTPEvent.RequestContext token() {
    return APIGatewayV2HTTPEvent.RequestContext.builder()
        .withAuthorizer(
            APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                .withJwt(
                    APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                        .builder()
                        .withClaims(Map.of("client_id", "demo", "scope", "signing/sign"))
                        .build())
                .build())
        .build();
  }

  private static SQSEvent.SQSMessage message(String body) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("m1");
    message.setBody(body);
    return message;
  }

  private static int answer(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      APIGatewayV2HTTPEvent event) {
    return handler.handleRequest(event, new TestContext()).getStatusCode();
  }

  private static void expect(Object expected, Object actual, String what) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + ": expected " + expected + " but was " + actual);
    }
  }
}
