package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.enterprisesigning.OddJson;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.sqs.FollowUpMessages;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Malformed messages of a batch go back to the queue, and no others do. */
class OddBatchTest {
  private static final String SETTLE =
      FollowUpMessages.body(
          new FollowUpMessage.Settle(
              Samples.PERSON,
              new Order(
                  Samples.PARTICIPANT, Samples.TOKEN, "order-1", Channel.PHONE, Optional.empty()),
              Samples.STARTED));

  @Property(tries = 50)
  void followUp_returnsToTheQueue_onlyMalformedMessages(@ForAll("noMessages") List<String> bodies) {
    FollowUpBench bench = new FollowUpBench().cancelled("good");
    IntStream.range(0, bodies.size()).forEach(i -> bench.message("odd-" + i, bodies.get(i)));

    List<String> failures;
    List<String> log;
    try (Stdout stdout = new Stdout()) {
      failures = bench.failures();
      log = stdout.lines();
    }

    assertEquals(IntStream.range(0, bodies.size()).mapToObj(i -> "odd-" + i).toList(), failures);
    log.forEach(TestCall::parse);
    assertFalse(log.toString().contains("189001019802"), log.toString());
    assertEquals(bodies.size() + 1, log.stream().filter(line -> !Stdout.isMetric(line)).count());
    assertEquals(bodies.size(), log.stream().filter(Stdout::isMetric).count());
  }

  /**
   * Bodies that are not messages: a required member is missing, the kind is unknown, or the body is
   * cut off or arbitrary.
   */
  @Provide
  static Arbitrary<List<String>> noMessages() {
    Arbitrary<String> without =
        Arbitraries.of("version", "kind", "person", "participant", "token", "order_ref", "channel")
            .map(name -> {
              ObjectNode message = (ObjectNode) TestCall.parse(SETTLE);
              message.remove(name);
              return message.toString();
            });
    Arbitrary<String> cut =
        Arbitraries.integers()
            .between(0, SETTLE.length() - 1)
            .map(length -> SETTLE.substring(0, length));
    Arbitrary<String> ofAnotherKind =
        Combinators.combine(Arbitraries.of("version", "kind", "created_at"), OddJson.values())
            .as((name, value) -> "{" + OddJson.member(name, value) + "," + SETTLE.substring(1))
            .map(body -> body.replace("\"SETTLE\"", "\"settle\""));
    return Arbitraries.oneOf(
            without,
            cut,
            ofAnotherKind,
            OddJson.values(),
            Arbitraries.strings().all().ofMaxLength(60))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }
}
