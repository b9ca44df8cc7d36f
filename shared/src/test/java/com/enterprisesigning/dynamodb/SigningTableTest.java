package com.enterprisesigning.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Guards.Reserved;
import com.enterprisesigning.store.StoreContended;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** A write that meets another transaction was not refused by its condition: it is retried. */
class SigningTableTest {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

  private final HinderedDynamoDb client = new HinderedDynamoDb(StartedDynamoDb.client());
  private final List<Duration> pauses = new ArrayList<>();
  private final Table table = DynamoDbLocal.engineTable().ports(client, pauses::add);
  private final ParticipantDetails participant = Samples.details(Samples.person());
  private final Contender contender = Samples.start(participant.participantId(), Samples.IP_A);

  @BeforeEach
  void register() {
    table.processes().register(Samples.process(participant), List.of(participant));
  }

  @Test
  void write_isRetried_afterEachConflict_atGrowingIntervals() {
    client.hinder(Collections.nCopies(3, conflict()));

    assertInstanceOf(Reserved.Taken.class, reserve());
    assertEquals(
        List.of(FIRST_PAUSE, FIRST_PAUSE.multipliedBy(2), FIRST_PAUSE.multipliedBy(4)), pauses);
  }

  @Test
  void write_fails_whenTheConflictsDoNotEnd_andIsNotARefusal() {
    client.hinder(Collections.nCopies(6, conflict()));

    assertThrows(StoreContended.class, this::reserve);
    assertEquals(0, client.hindrancesLeft());
    assertEquals(Optional.empty(), DynamoDbLocal.table().guards().guard(participant.personKey()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void transact_isRetried_whenTheHindranceIsTemporary(String code) {
    reserve();
    client.hinder(List.of(cancelled("None", code), cancelled(code, "None")));

    assertTrue(activate());
    assertEquals(2, pauses.size());
  }

  @Test
  void transact_failsAtOnce_whenTheHindranceIsPermanent() {
    reserve();
    client.hinder(List.of(cancelled("None", "ItemCollectionSizeLimitExceeded")));

    assertThrows(StoreUnavailable.class, this::activate);
    assertEquals(List.of(), pauses);
  }

  @Test
  void transact_isRefused_whenAConditionIs_thoughAnotherItemIsInConflict() {
    client.hinder(List.of(cancelled("ConditionalCheckFailed", "TransactionConflict")));

    assertFalse(activate());
    assertEquals(List.of(), pauses);
  }

  @Test
  void write_failsAtOnce_whenDynamoDbFails() {
    client.hinder(List.of(InternalServerErrorException.builder().message("down").build()));

    assertThrows(StoreUnavailable.class, this::reserve);
    assertEquals(List.of(), pauses);
  }

  @Test
  void transact_isContended_whenOtherTransactionsDoNotEnd() {
    reserve();
    client.hinder(Collections.nCopies(6, cancelled("None", "TransactionConflict")));

    assertThrows(StoreContended.class, this::activate);
  }

  static Stream<SdkException> temporary() {
    return Stream.of(
        SdkClientException.create("no connection"),
        ApiCallTimeoutException.create(2_900),
        failure("InternalServerError", 500),
        failure("ThrottlingException", 400),
        failure("RequestLimitExceeded", 400),
        failure("ProvisionedThroughputExceededException", 400),
        failure("slow down", 429),
        TransactionInProgressException.builder().message("in progress").statusCode(400).build());
  }

  @ParameterizedTest
  @MethodSource("temporary")
  void write_isUnavailable_whenItMaySucceedLater(SdkException failure) {
    client.hinder(List.of(failure));

    assertThrowsExactly(StoreUnavailable.class, this::reserve);
  }

  @Test
  void transact_isUnavailable_whenThrottlingDoesNotEnd() {
    reserve();
    client.hinder(Collections.nCopies(6, cancelled("None", "ThrottlingError")));

    assertThrowsExactly(StoreUnavailable.class, this::activate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AccessDeniedException", "ResourceNotFoundException", "ValidationException"})
  void write_isRefusedForGood_whenDynamoDbRefusesIt(String code) {
    client.hinder(List.of(failure(code, 400)));

    assertThrows(StoreRefused.class, this::reserve);
  }

  @Test
  void transact_isRefusedForGood_whenAnItemIsTooLarge() {
    reserve();
    client.hinder(List.of(cancelled("None", "ValidationError")));

    assertThrows(StoreRefused.class, this::activate);
  }

  @Test
  void getAll_asksForTheRest_untilItHasAll() {
    client.leaveUnprocessed(3);

    assertTrue(table.signings().participant(participant.participantId()).isPresent());
    assertEquals(
        List.of(FIRST_PAUSE, FIRST_PAUSE.multipliedBy(2), FIRST_PAUSE.multipliedBy(4)), pauses);
  }

  @Test
  void getAll_fails_ratherThanReturnAPart() {
    client.leaveUnprocessed(4);

    assertThrows(
        StoreUnavailable.class, () -> table.signings().participant(participant.participantId()));
  }

  @Test
  void time_countsTheCalls_butNotThePausesBetweenThem() {
    AtomicLong nanoTime = new AtomicLong();
    AtomicLong spent = new AtomicLong();
    Pause pause = time -> nanoTime.addAndGet(time.toNanos());
    client.hinder(Collections.nCopies(3, conflict()));

    DynamoDbLocal.engineTable()
        .ports(client, pause, new Counting(nanoTime, spent))
        .guards()
        .reserve(participant.personKey(), contender, Samples.NOW);

    assertEquals(4, spent.get());
  }

  /** Counts one nanosecond for each call that makes nobody wait. */
  private record Counting(AtomicLong nanoTime, AtomicLong spent) implements SigningTable.Stopwatch {
    @Override
    public <T> T on(Supplier<T> call) {
      long start = nanoTime.incrementAndGet();
      try {
        return call.get();
      } finally {
        spent.addAndGet(nanoTime.incrementAndGet() - start);
      }
    }
  }

  private Reserved reserve() {
    return table.guards().reserve(participant.personKey(), contender, Samples.NOW);
  }

  private boolean activate() {
    Guard.Live live = Samples.live(contender, Samples.NOW);
    return table
        .guards()
        .activate(
            participant.personKey(), live, Samples.attempt(live, Samples.NOW), Optional.empty());
  }

  private static TransactionConflictException conflict() {
    return TransactionConflictException.builder().message("in the way").statusCode(400).build();
  }

  private static SdkException failure(String code, int status) {
    return DynamoDbException.builder()
        .message("failed")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .message("cancelled")
        .statusCode(400)
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}
