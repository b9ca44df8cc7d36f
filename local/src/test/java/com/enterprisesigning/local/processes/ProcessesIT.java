package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every function of {@code template.yaml} in its own processes, as Lambda runs them. In other
 * processes 32 threads share a handler, as on Lambda Managed Instances. {@link Scale} says how to
 * run it for longer.
 */
@Tag("thorough")
class ProcessesIT {
  private static final Map<String, String> EXPECTED =
      Map.of(
          "cancel.json", "204",
          "register-process.json", "201",
          "withdraw-process.json", "204",
          "follow-up.json", "failed: 0");

  private static Deployment deployment;
  private static FunctionProcesses processes;
  private static FunctionProcesses shared;

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start(Scale.SHORT_BLOCKS);
    Map<String, Integer> numbers = new HashMap<>();
    deployment.functions().keySet().forEach(name -> numbers.put(name, 1));
    numbers.putAll(Map.of("StartFunction", 4, "StartPhoneFunction", 2, "CollectFunction", 2));
    processes = deployment.processes(numbers, 1);
    shared =
        deployment.processes(
            Map.of(
                "StartFunction", 1,
                "StartPhoneFunction", 1,
                "CollectFunction", 1,
                "CancelFunction", 1),
            Scale.THREADS);
  }

  @AfterAll
  static void stop() {
    if (deployment != null) {
      deployment.close();
    }
  }

  @Test
  void everyFunction_answersItsEvent() throws Exception {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> answered = new TreeMap<>();
    for (Map.Entry<String, String> event : deployment.events().entrySet()) {
      expected.put(event.getKey(), EXPECTED.getOrDefault(event.getKey(), "200"));
      answered.put(event.getKey(), answer(event.getValue()));
    }
    assertEquals(deployment.functions().size(), answered.size());
    assertEquals(expected, answered);
  }

  private String answer(String event) throws Exception {
    return switch (processes.invoke(deployment.functionOf(event), event, Optional.empty())) {
      case Invoked.Answered(JsonNode payload) ->
          payload.has("statusCode")
              ? payload.path("statusCode").asText()
              : "failed: " + payload.path("batchItemFailures").size();
      case Invoked.Failed(JsonNode error) -> error.toString();
      case Invoked.Died() -> "died";
    };
  }

  @Test
  void onePerson_neverHasTwoOrders_whenAllStartAtOnce() throws Exception {
    HammeredPerson person =
        new HammeredPerson(
            deployment.api(processes), deployment.phone(), deployment.person(), Scale.CALLERS);
    person.hammer(Scale.STORMS);
    System.out.println("Processes: " + person.summary());
  }

  @Test
  void onePerson_neverHasTwoOrders_whenManyThreadsShareAHandler() throws Exception {
    HammeredPerson person =
        new HammeredPerson(
            deployment.api(shared, processes),
            deployment.phone(),
            deployment.person(),
            Scale.THREADS);
    person.hammer(Scale.STORMS);
    System.out.println("Threads: " + person.summary());
  }

  @Test
  void manyPersons_eachHaveTheirEvidenceOnce_whenManyThreadsShareAHandler() throws Exception {
    new ManyPersons(deployment, deployment.api(shared, processes)).sign(Scale.PERSONS);
  }

  @Test
  void manyPersons_eachHaveTheirEvidenceOnce() throws Exception {
    new ManyPersons(deployment, deployment.api(processes)).sign(Scale.PERSONS);
  }
}
