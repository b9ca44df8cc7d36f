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
 * What this code writes is what the newest release wrote, attribute for attribute: the release
 * before reads it during a deployment, and after a roll back. CONTRIBUTING.md says what a change
 * does instead.
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

  /** Names and types, of maps and lists those within as well. */
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
