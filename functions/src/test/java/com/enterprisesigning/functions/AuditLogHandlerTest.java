package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.enterprisesigning.store.Gzip;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied from the functions' log groups to the audit log group. */
class AuditLogHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PERSON = "188001019804";

  /** The bytes written, one element for each call of {@code write}. */
  private final List<String> writes = new ArrayList<>();

  private final PrintStream stdout =
      new PrintStream(new ByteArrayOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) {
          writes.add(new String(bytes, from, length, UTF_8));
        }
      };
  private final AuditLogHandler handler = new AuditLogHandler(() -> stdout);

  private void handle(String event) {
    handler.handleRequest(
        LambdaEventSerializers.serializerFor(
                CloudWatchLogsEvent.class, AuditLogHandlerTest.class.getClassLoader())
            .fromJson(event),
        new TestContext());
  }

  private void deliver(byte[] compressed) {
    ObjectNode event = JSON.createObjectNode();
    event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(compressed));
    handle(event.toString());
  }

  private void deliver(String content) {
    deliver(Gzip.of(content));
  }

  private void deliver(String messageType, String... messages) {
    ObjectNode content = JSON.createObjectNode().put("messageType", messageType);
    var logEvents = content.putArray("logEvents");
    for (String message : messages) {
      logEvents.addObject().put("id", "1").put("timestamp", 1L).put("message", message);
    }
    deliver(content.toString());
  }

  @Test
  void eachLine_isWrittenAsItStands_inOnePiece() {
    deliver("DATA_MESSAGE", "{\"kind\":\"audit\",\"client\":\"å\"}\n", "{\"kind\": \"audit\"}");

    assertEquals(
        List.of("{\"kind\":\"audit\",\"client\":\"å\"}\n", "{\"kind\": \"audit\"}\n"), writes);
  }

  @Test
  void aLineThatComesTwice_isWrittenTwice() {
    deliver("DATA_MESSAGE", "{\"kind\":\"audit\"}");
    deliver("DATA_MESSAGE", "{\"kind\":\"audit\"}");

    assertEquals(2, writes.size());
  }

  @Test
  void aControlMessage_writesNothing() {
    deliver("CONTROL_MESSAGE", "CWL CONTROL MESSAGE: Checking health of destination Lambda.");

    assertEquals(List.of(), writes);
  }

  @Test
  void theSampleEvent_isTwoDecisions() throws Exception {
    handle(Files.readString(Path.of("../events/audit-log.json")));

    assertEquals(
        List.of("STARTED", "DIFFERENT_IPS"),
        writes.stream().map(TestCall::parse).map(line -> line.path("outcome").asText()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"awslogs\":{}}",
        "{\"awslogs\":null}",
        "{\"awslogs\":{\"data\":\"188001019804!\"}}",
        "{\"awslogs\":{\"data\":\"MTg4MDAxMDE5ODA0\"}}"
      })
  void handle_failsWithoutQuotingTheEvent_whenItIsMalformed(String event) {
    assertRefused(() -> handle(event));
  }

  static List<String> unreadable() {
    return List.of(
        "",
        PERSON,
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[]} " + PERSON,
        "{\"messageType\":\"" + PERSON + "\"}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":\"" + PERSON + "\"}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":" + PERSON + "}]}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":\"\\ud8" + PERSON);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void handle_failsWithoutQuotingTheContent_whenItIsMalformed(String content) {
    assertRefused(() -> deliver(content));
  }

  @Test
  void handle_writesNoLine_whenOneOfThemIsMalformed() {
    assertRefused(() ->
        deliver(
            """
            {"messageType": "DATA_MESSAGE",
             "logEvents": [{"message": "{}"}, {"message": null}]}
            """));
  }

  @Test
  void anEventThatIsCutOff_failsLoudly() {
    byte[] whole = Gzip.of("{\"messageType\":\"CONTROL_MESSAGE\"}");

    assertRefused(() -> deliver(Arrays.copyOf(whole, whole.length - 9)));
  }

  @Test
  void anEvent_unpacksToNoMoreThanItMay() {
    byte[] bomb = Gzip.of(new byte[SubscribedLines.MAXIMUM_BYTES + 1]);

    assertTrue(assertRefused(() -> deliver(bomb)).contains("more than 33554432 bytes"));
  }

  private String assertRefused(Executable delivery) {
    Throwable refusal = assertThrows(IllegalArgumentException.class, delivery);
    assertTrue(refusal.getMessage().startsWith("The event is not from a CloudWatch Logs subs"));
    assertTrue(!refusal.toString().contains(PERSON) && refusal.getCause() == null);
    assertEquals(List.of(), writes);
    return refusal.getMessage();
  }
}
