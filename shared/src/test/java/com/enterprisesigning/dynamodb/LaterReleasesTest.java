package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.LIVE;
import static com.enterprisesigning.dynamodb.Examples.NEXT_START;
import static com.enterprisesigning.dynamodb.Examples.ORDER;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.PERSON;
import static com.enterprisesigning.dynamodb.Examples.REJECTED;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;
import static com.enterprisesigning.dynamodb.Examples.block;
import static com.enterprisesigning.dynamodb.Examples.slot;
import static com.enterprisesigning.signing.Samples.CLIENT;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.releases.Releases;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An attribute that a later release has added to an item survives every update by this release. */
class LaterReleasesTest {
  private final EngineTable engine = DynamoDbLocal.emptyEngineTable();

  static Stream<Arguments> updates() {
    Guard.Live next = Samples.live(NEXT_START, NOW);
    return Stream.of(
        update(
            "withdraw",
            List.of("process", "signing-created"),
            table -> table.processes().withdraw(Examples.process(Optional.of("digest"), false))),
        update(
            "claim",
            List.of("signing-initiated"),
            table -> table.signings().claim(PARTICIPANT, CLIENT, NOW, Duration.ofSeconds(2))),
        update(
            "pend",
            List.of("signing-initiated"),
            table -> table.signings().pend(PARTICIPANT, TOKEN, HintCode.USER_SIGN)),
        update(
            "fail",
            List.of("signing-pending"),
            table -> table.signings().fail(PARTICIPANT, TOKEN, HintCode.USER_CANCEL)),
        update(
            "miss",
            List.of("signing-initiated"),
            table -> table.signings().miss(PARTICIPANT, TOKEN, NOW)),
        update(
            "give up",
            List.of("signing-missing"),
            table -> table.signings().giveUp(PARTICIPANT, TOKEN, NOW)),
        update(
            "complete",
            List.of("process", "details", "signing-pending"),
            table -> table.evidences().complete(EVIDENCE, Optional.of(TOKEN))),
        update("reject", List.of("signing-pending"), table -> table.evidences().reject(REJECTED)),
        update(
            "reserve",
            List.of("guard-slot"),
            table -> table.guards().reserve(PERSON, NEXT_START, NOW.plusSeconds(1))),
        update(
            "release",
            List.of("guard-lease-of-slot"),
            table ->
                table
                    .guards()
                    .release(PERSON, NEXT_START.token(), Optional.of(slot(Optional.of(ORDER))))),
        update(
            "activate",
            List.of("guard-lease-of-slot", "signing-failed"),
            table ->
                table
                    .guards()
                    .activate(PERSON, next, Samples.attempt(next, NOW), Optional.of(TOKEN))),
        update(
            "recordConflict",
            List.of("guard-order", "signing-pending"),
            table -> table.guards().recordConflict(PERSON, LIVE, block(Optional.of(ORDER)))),
        update(
            "leave a slot",
            List.of("guard-order"),
            table -> table.guards().leaveSlot(PERSON, ORDER, NOW)),
        update(
            "end a slot",
            List.of("guard-slot"),
            table -> table.guards().endSlot(PERSON, slot(Optional.of(ORDER)), NOW)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("updates")
  void attribute_thatIsNotKnown_survives(String update, List<String> kinds, Consumer<Table> made) {
    List<Map<String, AttributeValue>> before =
        kinds.stream().map(kind -> KeptItems.later(Releases.newest(), kind)).toList();
    before.forEach(engine::put);

    made.accept(engine.ports());

    for (Map<String, AttributeValue> item : before) {
      Map<String, AttributeValue> key = new HashMap<>(item);
      key.keySet().retainAll(List.of(Keys.PARTITION, Keys.SORT));
      Item after = engine.item(key).orElseThrow();
      assertNotEquals(item, after.attributes(), "nothing was updated");
      assertEquals(Optional.of("kept"), after.optionalText("added_later"));
    }
  }

  @Test
  void hint_thatIsNotKnown_isReadAsUnknown() {
    Map<String, AttributeValue> item = KeptItems.later(Releases.newest(), "signing-failed");
    item.put("hint", AttributeValue.fromS("ADDED_LATER"));
    engine.put(item);

    assertEquals(
        Optional.of(HintCode.UNKNOWN),
        engine.ports().signings().signing(PARTICIPANT).orElseThrow().hint());
  }

  private static Arguments update(String name, List<String> kinds, Consumer<Table> made) {
    return arguments(name, kinds, made);
  }
}
