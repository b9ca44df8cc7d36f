package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The audit's log group contains what this function prints. */
class AuditLogFunctionIT {
  private static final Pattern HANDLER =
      Pattern.compile("\n  AuditLogFunction:\n(?:    .*\n)*?      Handler: (\\S+)\n");

  private final Path root = Checkout.rootAbove(Path.of("").toAbsolutePath());
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void function_printsEachLineOfItsEvent_unchanged() throws Exception {
    String event = Files.readString(root.resolve("events/audit-log.json"));
    try (FunctionProcess process =
        FunctionProcess.start(function(), Map.of("AWS_REGION", "eu-north-1"), List.of())) {

      assertInstanceOf(Invoked.Answered.class, process.invoke(event));

      assertEquals(lines(event), Files.readAllLines(process.log()));
    }
  }

  private FunctionDefinition function() throws Exception {
    Matcher handler = HANDLER.matcher(Files.readString(root.resolve("template.yaml")));
    if (!handler.find()) {
      throw new AssertionError("template.yaml has no handler for AuditLogFunction");
    }
    return new FunctionDefinition(
        "AuditLogFunction", handler.group(1), Duration.ofSeconds(20), 256, List.of());
  }

  private List<String> lines(String event) throws Exception {
    String data = json.readTree(event).path("awslogs").path("data").asText();
    List<String> lines = new ArrayList<>();
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
      for (JsonNode line : json.readTree(unpacked).path("logEvents")) {
        lines.add(line.path("message").asText().stripTrailing());
      }
    }
    return lines;
  }
}
