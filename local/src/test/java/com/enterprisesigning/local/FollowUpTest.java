package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** Whole runs in which nobody collects. Their clock is turned by hand. */
class FollowUpTest {
  /** Starts at the real time, at which the run's tokens and certificates are valid. */
  private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);

  private RunningLocally run;
  private String token;

  @BeforeEach
  void start() throws Exception {
    run = RunningLocally.start(new CoreWiring(clock), clock, Map.of());
    token = run.token("demo");
  }

  @AfterEach
  void stop() {
    run.close();
  }

  /** A process with one participant, whose order is live and opened in the app. */
  private record Opened(String process, String participant, String orderRef) {}

  private Opened opened(RunningLocally at, String personalNumber) throws Exception {
    JsonNode process = at.register(token, personalNumber);
    String participant = process.at("/participants/0/id").asText();
    JsonNode started = run.json(at.callFor(token, "/signing/start", participant));
    JsonNode open =
        run.json(at.phone("open", "autostart_token", started.path("autostart_token").asText()));
    return new Opened(process.path("id").asText(), participant, open.path("order_ref").asText());
  }

  private void pass(Duration time) {
    clock.add(time);
    run.followUp();
  }

  private JsonNode process(Opened opened) throws Exception {
    return run.json(run.read(token, "/signing/processes/" + opened.process()));
  }

  private String status(Opened opened) throws Exception {
    return process(opened).at("/participants/0/status").asText();
  }

  @Test
  void signatureThatNobodyCollects_isStored_byTheFirstFollowUp() throws Exception {
    Opened opened = opened(run, "189511239916");
    run.phone("sign", "order_ref", opened.orderRef());

    pass(Duration.ofSeconds(94));
    assertEquals("OPEN", process(opened).path("status").asText());

    pass(Duration.ofSeconds(1));
    assertEquals("COMPLETE", process(opened).path("status").asText());
    HttpResponse<String> evidence = run.evidence(token, opened.participant());
    assertEquals(200, evidence.statusCode(), evidence.body());
    assertTrue(run.json(evidence).path("verified").asBoolean(), evidence.body());
  }

  @Test
  void signatureMadeAfterTheFirstFollowUp_isStored_byALaterOne() throws Exception {
    Opened opened = opened(run, "189611239915");
    pass(Duration.ofSeconds(95));
    assertEquals("INITIATED", status(opened));

    run.phone("sign", "order_ref", opened.orderRef());
    pass(Duration.ofSeconds(20));
    assertEquals("COMPLETE", status(opened));
  }

  @Test
  void orderThatNobodySigns_hasEnded_afterTheLastFollowUp() throws Exception {
    Opened opened = opened(run, "189611239915");

    pass(Duration.ofSeconds(185));
    assertEquals("FAILED", status(opened));
    assertEquals(200, run.callFor(token, "/signing/start", opened.participant()).statusCode());
  }

  @Test
  void signatureStartedAtAJoinedGateway_isStored_byTheFirstRun() throws Exception {
    try (RunningLocally second =
        RunningLocally.start(new CoreWiring(clock), clock, Map.of("JOIN", run.url().toString()))) {
      Opened opened = opened(second, "189511239916");
      run.phone("sign", "order_ref", opened.orderRef());
      second.followUp();
      clock.add(Duration.ofSeconds(95));
      second.followUp();
      run.followUp();
      assertEquals("COMPLETE", status(opened));
    }
  }

  @Test
  void handledMessage_isDeleted() throws Exception {
    Opened opened = opened(run, "189511239916");
    run.phone("sign", "order_ref", opened.orderRef());
    pass(Duration.ofSeconds(95));
    pass(Duration.ofSeconds(90));
    assertEquals("COMPLETE", status(opened));
    assertEquals(List.of("0", "0", "0"), messages());
  }

  /** Returns how many messages are due, delayed and in flight, as SQS reports them. */
  private List<String> messages() throws Exception {
    JsonNode settings = run.json(run.get("/sandbox/join")).path("settings");
    String request =
        "{\"QueueUrl\":\""
            + settings.path("FOLLOW_UP_QUEUE_URL").asText()
            + "\",\"AttributeNames\":[\"All\"]}";
    JsonNode attributes =
        run.json(
                run.send(
                    HttpRequest.newBuilder(
                            URI.create(settings.path("AWS_ENDPOINT_URL_SQS").asText()))
                        .header("X-Amz-Target", "AmazonSQS.GetQueueAttributes")
                        .POST(HttpRequest.BodyPublishers.ofString(request))))
            .path("Attributes");
    return List.of(
        attributes.path("ApproximateNumberOfMessages").asText(),
        attributes.path("ApproximateNumberOfMessagesDelayed").asText(),
        attributes.path("ApproximateNumberOfMessagesNotVisible").asText());
  }
}
