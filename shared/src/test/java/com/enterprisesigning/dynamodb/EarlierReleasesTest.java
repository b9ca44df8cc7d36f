package com.enterprisesigning.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.releases.Releases;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Items are read that earlier releases wrote, or that later ones may write. */
class EarlierReleasesTest {
  private final EngineTable table = DynamoDbLocal.emptyEngineTable();

  static Stream<Arguments> items() {
    return Releases.all().stream()
        .flatMap(release ->
            Releases.written(release, "items").keySet().stream()
                .map(kind -> Arguments.of(release, kind)));
  }

  @ParameterizedTest
  @MethodSource("items")
  void item_isRead_asTheValuesItWasWrittenFrom(String release, String kind) {
    KeptItems.with(release, kind).ifPresent(table::put);
    table.put(KeptItems.item(release, kind));

    assertEquals(Optional.of(ItemKinds.named(kind).value()), read(kind));
  }

  @ParameterizedTest
  @MethodSource("items")
  void attribute_thatIsNotKnown_isIgnored(String release, String kind) {
    KeptItems.with(release, kind).ifPresent(table::put);
    table.put(KeptItems.later(release, kind));

    assertEquals(Optional.of(ItemKinds.named(kind).value()), read(kind));
  }

  private Optional<?> read(String kind) {
    return ItemKinds.named(kind).read().apply(table.ports());
  }
}
