package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Template;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function that handles the follow-up messages. Here it gets them without their delay. */
final class FollowUps implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final String sample;
  private final FunctionProcess process;

  FollowUps(MeteredRun run) throws Exception {
    Checkout checkout = Checkout.read(Checkout.rootAbove(Path.of("").toAbsolutePath()));
    FunctionDefinition function =
        Template.parse(checkout.template()).consumers().getFirst().function();
    sample = checkout.events().get("follow-up.json");
    Map<String, String> environment = new HashMap<>(run.settings());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    process = FunctionProcess.start(function, environment, List.of("-XX:+UseSerialGC"));
    process.awaitReady();
  }

  /** Handles a message. */
  void follow(String body) throws Exception {
    ObjectNode event = (ObjectNode) json.readTree(sample);
    ((ObjectNode) event.at("/Records/0")).put("body", body);
    if (!(process.invoke(event.toString()) instanceof Invoked.Answered(var answer))
        || !answer.path("batchItemFailures").isEmpty()) {
      throw new IllegalStateException("A message was not followed up; see " + process.log());
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
