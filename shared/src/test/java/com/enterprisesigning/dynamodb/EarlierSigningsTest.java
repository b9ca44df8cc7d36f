package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.DETAILS;
import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.LIVE;
import static com.enterprisesigning.dynamodb.Examples.NEXT_START;
import static com.enterprisesigning.dynamodb.Examples.ORDER;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.PERSON;
import static com.enterprisesigning.dynamodb.Examples.PROCESS;
import static com.enterprisesigning.dynamodb.Examples.REJECTED;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;
import static com.enterprisesigning.dynamodb.Examples.block;
import static com.enterprisesigning.dynamodb.Examples.slot;
import static com.enterprisesigning.signing.Samples.CLIENT;
import static com.enterprisesigning.signing.Samples.IP_B;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.releases.Releases;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Evidences.Stored;
import com.enterprisesigning.store.Guards.Recorded;
import com.enterprisesigning.store.Guards.Reserved;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Signings.Claimed;
import com.enterprisesigning.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** This release continues the signings that an earlier release began. */
@ParameterizedClass
@MethodSource("releases")
class EarlierSigningsTest {
  private final EngineTable engine = DynamoDbLocal.emptyEngineTable();
  private final Table table = engine.ports();

  @Parameter String release;

  static List<String> releases() {
    return Releases.all();
  }

  @Test
  void slot_isTakenByItsAddress_andItsOrderStaysNamed() {
    kept("guard-slot");

    assertEquals(
        new Reserved.Taken(Optional.of(slot(Optional.of(ORDER)))),
        table.guards().reserve(PERSON, NEXT_START, NOW.plusSeconds(1)));
    assertEquals(Optional.of(ORDER), table.guards().guard(PERSON).flatMap(Guard::order));
  }

  @Test
  void slot_isHeldAgainstAnotherAddress() {
    kept("guard-slot");

    assertInstanceOf(
        Reserved.Held.class,
        table.guards().reserve(PERSON, Samples.start(PARTICIPANT, IP_B), NOW.plusSeconds(1)));
  }

  @Test
  void slot_isFreedByItsParticipantsCancel() {
    kept("guard-slot-of-unopened-order");

    table.guards().freeOrderOrSlot(PERSON, PARTICIPANT, Optional.of(TOKEN));

    assertEquals(Optional.empty(), table.guards().guard(PERSON));
  }

  @Test
  void block_holds_untilItsEnd() {
    kept("guard-block");
    Instant end = block(Optional.empty()).expiresAt();

    assertInstanceOf(Reserved.Held.class, reserveAt(end.minusMillis(1)));
    assertInstanceOf(Reserved.Taken.class, reserveAt(end));
  }

  @Test
  void lease_isHeldUntilItsEnd_andTakenThenWithTheOrderItNames() {
    kept("guard-lease-over-order");
    Instant end = LIVE.expiresAt().plusSeconds(30);

    assertInstanceOf(
        Reserved.Held.class,
        table.guards().reserve(PERSON, Samples.phone(PARTICIPANT), end.minusMillis(1)));
    table.guards().reserve(PERSON, Samples.phone(PARTICIPANT), end);
    assertEquals(Optional.of(ORDER), table.guards().guard(PERSON).flatMap(Guard::order));
  }

  @Test
  void order_isCollected() {
    kept("signing-initiated");

    Claimed claimed = table.signings().claim(PARTICIPANT, CLIENT, NOW, Duration.ofSeconds(2));

    assertInstanceOf(Claimed.Won.class, claimed);
    assertTrue(table.signings().pend(PARTICIPANT, TOKEN, HintCode.USER_SIGN));
    assertEquals(Optional.of(HintCode.USER_SIGN), signing().hint());
  }

  @Test
  void order_isKilledByAConflict() {
    kept("guard-order", "signing-pending");

    assertEquals(
        new Recorded.Done(),
        table.guards().recordConflict(PERSON, LIVE, block(Optional.of(ORDER))));
    assertEquals(SigningStatus.ENDING, signing().status());
  }

  @Test
  void order_thatFailed_freesItsGuard() {
    kept("guard-order", "signing-ending");

    assertTrue(table.signings().fail(PARTICIPANT, TOKEN, HintCode.CANCELLED));
    table.guards().freeOrder(PERSON, ORDER);

    assertEquals(Optional.empty(), table.guards().guard(PERSON));
  }

  @Test
  void order_thatStaysMissing_isGivenUp() {
    kept("signing-missing");

    assertTrue(table.signings().giveUp(PARTICIPANT, TOKEN, NOW));
  }

  @Test
  void completion_isStored_andAllThatBelongsToItOutlivesIt() {
    kept("process", "details", "signing-pending", "guard-order");

    assertEquals(new Stored.Done(), complete(EVIDENCE));
    assertEquals(SigningStatus.COMPLETE, signing().status());
    assertEquals(Optional.of(EVIDENCE), table.evidences().evidence(PARTICIPANT));
    assertEquals(
        EVIDENCE.keptUntil().getEpochSecond(),
        engine.item(Keys.details(PARTICIPANT)).orElseThrow().number("ttl"));
  }

  @Test
  void completion_thatWasRejected_isFound_andVerifiesLater() {
    kept("signing-rejected", "evidence-rejected");
    List<Evidence> found = new ArrayList<>();

    table.evidences().forEachBeside(filed -> found.add(filed.evidence().get()));

    assertEquals(List.of(REJECTED), found);
    assertEquals(new Stored.Done(), complete(REJECTED));
  }

  @Test
  void completion_isNotDisplaced_byANewStart() {
    kept("signing-complete");
    table.guards().reserve(PERSON, NEXT_START, NOW);
    Guard.Live next = Samples.live(NEXT_START, NOW);

    assertFalse(
        table.guards().activate(PERSON, next, Samples.attempt(next, NOW), Optional.of(TOKEN)));
  }

  @Test
  void start_followsAnOrderThatFailed() {
    kept("signing-failed");
    table.guards().reserve(PERSON, NEXT_START, NOW);
    Guard.Live next = Samples.live(NEXT_START, NOW);

    assertTrue(
        table.guards().activate(PERSON, next, Samples.attempt(next, NOW), Optional.of(TOKEN)));
  }

  @Test
  void registration_sentAgain_findsItself() {
    kept("process", "details", "signing-created");
    SigningProcess process = Examples.process(Optional.of("digest"), false);

    assertEquals(Optional.of(process), table.processes().register(process, List.of(DETAILS)));
  }

  @Test
  void process_isWithdrawn() {
    kept("process", "details", "signing-initiated");

    table.processes().withdraw(table.processes().process(PROCESS).orElseThrow());

    assertTrue(signing().withdrawn());
  }

  private void kept(String... kinds) {
    for (String kind : kinds) {
      KeptItems.with(release, kind).ifPresent(engine::put);
      engine.put(KeptItems.item(release, kind));
    }
  }

  private Reserved reserveAt(Instant now) {
    return table.guards().reserve(PERSON, NEXT_START, now);
  }

  private Stored complete(Evidence evidence) {
    table.evidences().keep(HandedOut.of(evidence));
    return table.evidences().complete(evidence, Optional.of(TOKEN));
  }

  private Signing signing() {
    return table.signings().signing(PARTICIPANT).orElseThrow();
  }
}
