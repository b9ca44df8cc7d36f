package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Template;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function that follows up the queue's messages. It gets them without their delay. */
final class FollowUps implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final String sample;
  private final MeteredRun run;
  private final FunctionProcess process;

  FollowUps(MeteredRun run) throws Exception {
    Checkout checkout = Checkout.read(Checkout.rootAbove(Path.of("").toAbsolutePath()));
    FunctionDefinition function =
        Template.parse(checkout.template()).consumers().getFirst().function();
    this.run = run;
    this.sample = checkout.events().get("follow-up.json");
    Map<String, String> environment = new HashMap<>(run.settings());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    process = FunctionProcess.start(function, environment, List.of("-XX:+UseSerialGC"));
    process.awaitReady();
  }

  /** Follows up a message, and returns the requests that this made. */
  Asked follow(String body) throws Exception {
    ObjectNode event = (ObjectNode) json.readTree(sample);
    ((ObjectNode) event.at("/Records/0")).put("body", body);
    run.tableSince();
    Invoked invoked = process.invoke(event.toString());
    if (!(invoked instanceof Invoked.Answered(var answer))
        || !answer.path("batchItemFailures").isEmpty()) {
      throw new IllegalStateException("A message was not followed: " + invoked);
    }
    String line =
        Files.readAllLines(process.log()).stream()
            .filter(it -> it.contains("\"Message followed\""))
            .reduce((_, last) -> last)
            .orElseThrow();
    int bankId = json.readTree(line).required("bankid_calls").asInt();
    return new Asked("follow-up message that finds it settled", 1, bankId, run.tableSince());
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
