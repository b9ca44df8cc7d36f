package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.LIVE;
import static com.enterprisesigning.dynamodb.Examples.PERSON;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.signing.Samples;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The write that ends a signing also sets what the event says, because a pipe reads it from the
 * item: {@code docs/events.md#how-they-are-made}.
 */
class EndEventTest {
  private final EngineTable table = DynamoDbLocal.emptyEngineTable();

  @ParameterizedTest
  @CsvSource({
    "signing-complete, SigningCompleted, COMPLETE",
    "signing-complete-unactivated, SigningCompleted, COMPLETE",
    "signing-failed, SigningFailed, FAILED",
    "signing-collect-error, SigningFailed, COLLECT_ERROR",
    "signing-rejected, SigningFailed, COLLECT_ERROR",
    "signing-ending, SigningConflicted, PENDING"
  })
  void end_setsWhatItsEventSays(String kind, String event, String status) {
    Item item = written(kind);

    assertEquals(event, item.text("event"));
    assertEquals(status, item.text("event_status"));
    assertEquals("", item.text("risk"));
  }

  @ParameterizedTest
  @CsvSource({"signing-initiated", "signing-pending", "signing-missing"})
  void signingThatRuns_hasNoEvent(String kind) {
    assertEquals(Set.of(), event(written(kind)));
  }

  @Test
  void start_removesTheEventOfTheAttemptBefore() {
    var _ = written("signing-failed");

    table.ports().guards().activate(PERSON, LIVE, Samples.attempt(LIVE, NOW), Optional.of(TOKEN));

    assertEquals(
        Set.of(), event(table.item(ItemKinds.named("signing-failed").key()).orElseThrow()));
  }

  private Item written(String kind) {
    ItemKind item = ItemKinds.named(kind);
    item.written().accept(table.ports());
    return table.item(item.key()).orElseThrow();
  }

  private static Set<String> event(Item item) {
    Set<String> names = new TreeSet<>(item.attributes().keySet());
    names.retainAll(Set.of("event", "event_status", "risk"));
    return names;
  }
}
