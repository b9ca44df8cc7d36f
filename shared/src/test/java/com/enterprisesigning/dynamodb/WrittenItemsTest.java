package com.enterprisesigning.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.releases.Releases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * This release writes the same attributes as the newest release did, because the release before
 * reads them during a deployment and after a rollback. CONTRIBUTING.md says how to make a change.
 */
class WrittenItemsTest {
  static List<ItemKind> kinds() {
    return ItemKinds.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void item_hasTheAttributes_thatTheNewestReleaseGaveIt(ItemKind kind) {
    EngineTable table = DynamoDbLocal.emptyEngineTable();
    kind.written().accept(table.ports());

    Map<String, AttributeValue> written = table.item(kind.key()).orElseThrow().attributes();
    Releases.leave("items", kind.name(), DynamoDbJson.write(written));
    Map<String, String> kept = Releases.written(Releases.newest(), "items");

    assertEquals(Optional.of(kind.value()), kind.read().apply(table.ports()));
    assertEquals(shape(DynamoDbJson.read(kept.get(kind.name()))), shape(written));
  }

  @Test
  void kinds_areThoseThatAreKept() {
    assertEquals(
        kinds().stream().map(ItemKind::name).collect(Collectors.toCollection(TreeSet::new)),
        Releases.written(Releases.newest(), "items").keySet());
  }

  /** Names and types, including those inside maps and lists. */
  private static Map<String, String> shape(Map<String, AttributeValue> item) {
    Map<String, String> shape = new TreeMap<>();
    item.forEach((name, value) -> shape.put(name, shape(value)));
    return shape;
  }

  private static String shape(AttributeValue value) {
    return switch (value.type()) {
      case M -> "M" + shape(value.m());
      case L -> "L" + value.l().stream().map(WrittenItemsTest::shape).toList();
      default -> value.type().toString();
    };
  }
}
