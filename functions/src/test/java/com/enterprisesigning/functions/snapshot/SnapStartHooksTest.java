package com.enterprisesigning.functions.snapshot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The order of a function's startup, with and without a snapshot: {@code
 * docs/architecture.md#on-aws}.
 */
class SnapStartHooksTest {
  private static final Map<String, String> ON_DEMAND =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
  private static final Map<String, String> SNAP_START =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

  private final List<String> done = new ArrayList<>();
  private final SnapStartHooks startup =
      new SnapStartHooks(
          () -> done.add("connect"),
          List.of(() -> done.add("rehearse")),
          () -> done.add("load"),
          () -> done.add("forget"));

  @Test
  void function_readsItsSecretsAtOnce_whereNoSnapshotIsTaken() {
    startup.begin(ON_DEMAND, () -> done.add("prime"));

    assertEquals(List.of("connect", "load"), done);
  }

  @Test
  void function_readsNoSecret_beforeASnapshotIsTaken() {
    startup.begin(SNAP_START, () -> done.add("prime"));
    startup.beforeCheckpoint(null);

    assertEquals(List.of("connect", "prime", "rehearse", "forget"), done);
  }

  @Test
  void function_readsItsSecrets_onceItIsRestored() {
    startup.begin(SNAP_START, () -> done.add("prime"));
    startup.beforeCheckpoint(null);
    done.clear();

    startup.afterRestore(null);

    assertEquals(List.of("load"), done);
  }

  @Test
  void function_startsUnprimed_whereItCannotBePrimed() {
    startup.begin(SNAP_START, SnapStartHooksTest::fail);
    startup.beforeCheckpoint(null);

    assertEquals(List.of("connect", "rehearse", "forget"), done);
  }

  @Test
  void function_starts_whenItsSecretsCannotBeRead() {
    SnapStartHooks unreadable =
        new SnapStartHooks(() -> {}, List.of(), SnapStartHooksTest::fail, () -> done.add("forget"));

    assertDoesNotThrow(() -> unreadable.begin(ON_DEMAND, () -> {}));
    assertDoesNotThrow(() -> unreadable.afterRestore(null));
  }

  @Test
  void function_doesNotStart_whenItCannotConnect() {
    SnapStartHooks rootless =
        new SnapStartHooks(SnapStartHooksTest::fail, List.of(), () -> done.add("load"), () -> {});

    assertThrows(IllegalStateException.class, () -> rootless.begin(ON_DEMAND, () -> {}));
    assertEquals(List.of(), done);
  }

  private static void fail() {
    throw new IllegalStateException("away");
  }
}
