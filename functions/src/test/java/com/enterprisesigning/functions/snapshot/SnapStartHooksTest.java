package com.enterprisesigning.functions.snapshot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.secrets.SecretDenied;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

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
  private final MutableClock clock = MutableClock.of(Instant.EPOCH, ZoneOffset.UTC);
  private final NewRights rights = new NewRights(clock, clock::add);
  private final SnapStartHooks startup =
      new SnapStartHooks(
          rights,
          () -> done.add("connect"),
          List.of(() -> done.add("rehearse")),
          () -> done.add("load"),
          () -> done.add("keep"),
          () -> done.add("forget"));

  @Test
  void function_readsItsSecretsAtOnce_andRehearsesTheFirstWrite_whereNoSnapshotIsTaken() {
    startup.begin(ON_DEMAND, () -> done.add("prime"));

    assertEquals(List.of("connect", "load", "keep"), done);
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
        new SnapStartHooks(
            rights,
            () -> {},
            List.of(),
            SnapStartHooksTest::fail,
            () -> {},
            () -> done.add("forget"));

    assertDoesNotThrow(() -> unreadable.begin(ON_DEMAND, () -> {}));
    assertDoesNotThrow(() -> unreadable.afterRestore(null));
  }

  @Test
  void function_doesNotStart_whenItCannotConnect() {
    SnapStartHooks rootless =
        new SnapStartHooks(
            rights,
            SnapStartHooksTest::fail,
            List.of(),
            () -> done.add("load"),
            () -> {},
            () -> {});

    assertThrows(IllegalStateException.class, () -> rootless.begin(ON_DEMAND, () -> {}));
    assertEquals(List.of(), done);
  }

  @Test
  void function_starts_whenItsNewRoleIsDeniedForAWhile() {
    SnapStartHooks denied = deniedUntil(Instant.EPOCH.plus(NewRights.LIMIT));

    denied.begin(SNAP_START, () -> {});

    assertEquals(List.of("connect"), done);
    assertEquals(Instant.EPOCH.plus(NewRights.LIMIT), clock.instant());
  }

  @Test
  void function_doesNotStart_whenItIsDeniedForTooLong() {
    SnapStartHooks denied = deniedUntil(Instant.EPOCH.plus(NewRights.LIMIT).plusMillis(1));

    assertThrows(SecretDenied.class, () -> denied.begin(SNAP_START, () -> {}));
    assertEquals(Instant.EPOCH.plus(NewRights.LIMIT), clock.instant());
  }

  @Test
  void function_doesNotWaitForRights_whereNoSnapshotIsTaken() {
    SnapStartHooks denied = deniedUntil(Instant.MAX);

    assertThrows(SecretDenied.class, () -> denied.begin(ON_DEMAND, () -> {}));
    assertEquals(Instant.EPOCH, clock.instant());
  }

  @Test
  void function_doesNotWait_whenARootIsWrong() {
    SnapStartHooks rootless =
        new SnapStartHooks(
            rights, SnapStartHooksTest::fail, List.of(), () -> {}, () -> {}, () -> {});

    assertThrows(IllegalStateException.class, () -> rootless.begin(SNAP_START, () -> {}));
    assertEquals(Instant.EPOCH, clock.instant());
  }

  private SnapStartHooks deniedUntil(Instant end) {
    return new SnapStartHooks(
        rights,
        () -> {
          if (clock.instant().isBefore(end)) {
            throw new SecretDenied("root", "it is denied.", "Wait.", null);
          }
          done.add("connect");
        },
        List.of(),
        () -> done.add("load"),
        () -> {},
        () -> {});
  }

  private static void fail() {
    throw new IllegalStateException("away");
  }
}
