package com.enterprisesigning.store;

import static com.enterprisesigning.signing.Samples.CLIENT;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Evidences.Stored;
import com.enterprisesigning.store.Signings.Claimed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What signings, processes and evidence must do, in every implementation. */
public abstract class SigningsContract {
  private static final Duration INTERVAL = Duration.ofMillis(1800);

  private Table table;
  private Signings signings;
  private ParticipantDetails participant;
  private UUID id;

  /** Returns the table under test, which other tests may use too. */
  protected abstract Table table();

  @BeforeEach
  void registerAParticipant() {
    table = table();
    signings = table.signings();
    participant = Samples.details(Samples.person());
    id = participant.participantId();
    table.processes().register(Samples.process(participant), List.of(participant));
  }

  @Test
  void participant_isReadAsItWasRegistered() {
    Participant read = signings.participant(id).orElseThrow();

    assertEquals(new Participant(participant, Signing.created(participant)), read);
  }

  @Test
  void participant_isEmpty_whenUnknown() {
    assertEquals(Optional.empty(), signings.participant(UUID.randomUUID()));
  }

  @Test
  void signings_keepTheOrderAsked() {
    ParticipantDetails second = Samples.details(Samples.person());
    table.processes().register(Samples.process(second), List.of(second));

    List<UUID> read =
        signings.signings(List.of(second.participantId(), UUID.randomUUID(), id)).stream()
            .map(Signing::participantId)
            .toList();

    assertEquals(List.of(second.participantId(), id), read);
  }

  @Test
  void register_answersWhatStands_whenTheIdIsTaken() {
    SigningProcess process = Samples.process(participant);
    ParticipantDetails other = Samples.details(Samples.person());

    Optional<SigningProcess> standing = table.processes().register(process, List.of(other));

    assertEquals(Optional.of(process), standing);
    assertEquals(Optional.empty(), signings.participant(other.participantId()));
  }

  @Test
  void withdraw_marksTheProcessAndItsSignings_andAgain() {
    SigningProcess process = Samples.process(participant);

    table.processes().withdraw(process);
    table.processes().withdraw(process);

    assertTrue(table.processes().process(process.id()).orElseThrow().withdrawn());
    assertTrue(signings.signing(id).orElseThrow().withdrawn());
  }

  @Test
  void withdraw_marksWhatIsThere_whenAParticipantIsGone() {
    ParticipantDetails there = Samples.details(Samples.person());
    SigningProcess process = Samples.process(there, Samples.details(Samples.person()));
    table.processes().register(process, List.of(there));

    table.processes().withdraw(process);

    assertTrue(table.processes().process(process.id()).orElseThrow().withdrawn());
    assertTrue(signings.signing(there.participantId()).orElseThrow().withdrawn());
  }

  @Test
  void claim_isLost_whenNothingWasStarted() {
    assertInstanceOf(Claimed.Lost.class, signings.claim(id, CLIENT, NOW, INTERVAL));
  }

  @Test
  void claim_isUnknown_whenTheParticipantIsAnotherClientsOrDoesNotExist() {
    activate();

    assertInstanceOf(Claimed.Unknown.class, signings.claim(id, "other", NOW, INTERVAL));
    assertInstanceOf(
        Claimed.Unknown.class, signings.claim(UUID.randomUUID(), CLIENT, NOW, INTERVAL));
    assertEquals(Optional.empty(), signings.signing(id).orElseThrow().collectedAt());
  }

  @Test
  void claim_isWonOnceAnInterval() {
    activate();

    assertInstanceOf(Claimed.Won.class, signings.claim(id, CLIENT, NOW, INTERVAL));
    assertInstanceOf(
        Claimed.Lost.class, signings.claim(id, CLIENT, NOW.plusMillis(1799), INTERVAL));
    assertInstanceOf(Claimed.Won.class, signings.claim(id, CLIENT, NOW.plusMillis(1800), INTERVAL));
  }

  @Test
  void pend_takesTheHint_andForgetsThatTheOrderWasMissing() {
    Order order = activate();
    signings.miss(id, order.token(), NOW);

    assertTrue(signings.pend(id, order.token(), HintCode.USER_SIGN));

    Signing signing = signings.signing(id).orElseThrow();
    assertEquals(SigningStatus.PENDING, signing.status());
    assertEquals(Optional.of(HintCode.USER_SIGN), signing.hint());
    assertEquals(Optional.empty(), signing.missingSince());
  }

  @Test
  void pend_isRefused_whenTheOrderIsEndingOrAnothers() {
    Order order = activate();
    assertFalse(signings.pend(id, UUID.randomUUID(), HintCode.USER_SIGN));
    end(order);

    assertFalse(signings.pend(id, order.token(), HintCode.USER_SIGN));
    assertEquals(SigningStatus.ENDING, signings.signing(id).orElseThrow().status());
  }

  @Test
  void fail_endsTheAttempt_andIsDoneAgainWhenItsReplyWasLost() {
    Order order = activate();

    assertTrue(signings.fail(id, order.token(), HintCode.USER_CANCEL));
    assertTrue(signings.fail(id, order.token(), HintCode.USER_CANCEL));
    assertFalse(signings.fail(id, order.token(), HintCode.CANCELLED));

    Signing signing = signings.signing(id).orElseThrow();
    assertEquals(SigningStatus.FAILED, signing.status());
    assertEquals(Optional.of(HintCode.USER_CANCEL), signing.hint());
  }

  @Test
  void fail_neverTouchesANewerAttempt() {
    activate();

    assertFalse(signings.fail(id, UUID.randomUUID(), HintCode.USER_CANCEL));
    assertEquals(SigningStatus.INITIATED, signings.signing(id).orElseThrow().status());
  }

  @Test
  void miss_remembersTheFirstSight() {
    Order order = activate();

    signings.miss(id, order.token(), NOW);
    Signing second = signings.miss(id, order.token(), NOW.plusSeconds(9)).orElseThrow();

    assertEquals(Optional.of(NOW), second.missingSince());
    assertEquals(SigningStatus.INITIATED, second.status());
  }

  @Test
  void giveUp_isACollectError_whereTheOrderIsStillMissing() {
    Order order = activate();
    signings.miss(id, order.token(), NOW);

    assertFalse(signings.giveUp(id, order.token(), NOW.minusSeconds(1)), "another sight");
    assertTrue(signings.giveUp(id, order.token(), NOW));
    assertTrue(signings.giveUp(id, order.token(), NOW), "a lost reply");

    assertEquals(SigningStatus.COLLECT_ERROR, signings.signing(id).orElseThrow().status());
  }

  @Test
  void complete_isStored_whenTheProcessIsGone() {
    ParticipantDetails orphan =
        new ParticipantDetails(
            id,
            UUID.randomUUID(),
            participant.client(),
            participant.expiresAt(),
            participant.personalNumber(),
            participant.personKey(),
            participant.text(),
            participant.requirement());
    Order order = activate();
    Evidence evidence = Samples.evidence(orphan, order, NOW);

    table.evidences().keep(HandedOut.of(evidence));
    Stored stored = table.evidences().complete(evidence, Optional.of(order.token()));

    assertEquals(new Stored.Done(), stored);
    assertEquals(Optional.of(evidence), table.evidences().evidence(id));
  }

  @Test
  void complete_storesTheEvidenceWhole_andTheSigningForgetsItsSecrets() {
    Order order = activate();
    Evidence evidence = Samples.evidence(participant, order, NOW);

    table.evidences().keep(HandedOut.of(evidence));
    Stored stored = table.evidences().complete(evidence, Optional.of(order.token()));

    Signing signing = signings.signing(id).orElseThrow();
    assertEquals(new Stored.Done(), stored);
    assertEquals(Optional.of(evidence), table.evidences().evidence(id));
    assertEquals(SigningStatus.COMPLETE, signing.status());
    assertEquals(Optional.of(evidence.signedAt()), signing.signedAt());
    assertEquals(Optional.empty(), signing.attempt().orElseThrow().launch());
  }

  @Test
  void complete_isDone_whenItsReplyWasLost() {
    Order order = activate();
    Evidence evidence = Samples.evidence(participant, order, NOW);
    table.evidences().keep(HandedOut.of(evidence));
    table.evidences().complete(evidence, Optional.of(order.token()));

    Stored again = table.evidences().complete(evidence, Optional.of(order.token()));

    assertEquals(new Stored.Already(), again);
  }

  @Test
  void complete_comesOutOfEveryEnd_F1() {
    Order order = activate();
    signings.fail(id, order.token(), HintCode.CANCELLED);

    Stored stored =
        table
            .evidences()
            .complete(Samples.evidence(participant, order, NOW), Optional.of(order.token()));

    assertEquals(new Stored.Done(), stored);
    assertEquals(SigningStatus.COMPLETE, signings.signing(id).orElseThrow().status());
  }

  @Test
  void complete_learnsOfANewerAttempt_andThenTakesItsPlace_F2() {
    Order newer = activate();
    Order older = new Order(id, UUID.randomUUID(), "older", newer.channel(), newer.endUserIp());
    Evidence evidence = Samples.evidence(participant, older, NOW);

    table.evidences().keep(HandedOut.of(evidence));
    Stored first = table.evidences().complete(evidence, Optional.of(older.token()));
    table.evidences().keep(HandedOut.of(evidence));
    Stored second = table.evidences().complete(evidence, Optional.of(newer.token()));

    assertEquals(
        newer.token(),
        assertInstanceOf(Stored.Refused.class, first).signing().token().orElseThrow());
    assertEquals(new Stored.Done(), second);
    assertEquals(Optional.of(older.token()), signings.signing(id).orElseThrow().token());
  }

  @Test
  void complete_isStored_whenTheUserSignedBeforeTheStartCouldActivate_F8() {
    Order order =
        new Order(
            id, UUID.randomUUID(), "order", Samples.start(id, IP_A).channel(), Optional.of(IP_A));
    Evidence evidence = Samples.evidence(participant, order, NOW);

    table.evidences().keep(HandedOut.of(evidence));
    Stored first = table.evidences().complete(evidence, Optional.of(order.token()));
    table.evidences().keep(HandedOut.of(evidence));
    Stored second = table.evidences().complete(evidence, Optional.empty());

    assertEquals(Optional.empty(), assertInstanceOf(Stored.Refused.class, first).signing().token());
    assertEquals(new Stored.Done(), second);
    Signing signing = signings.signing(id).orElseThrow();
    assertEquals(SigningStatus.COMPLETE, signing.status());
    assertEquals(Optional.of(order), signing.order());
  }

  @Test
  void complete_isRefusedByAnothersCompletion_whichIsThenKeptBeside_F11() {
    Order order = activate();
    Evidence first = Samples.evidence(participant, order, NOW);
    table.evidences().keep(HandedOut.of(first));
    table.evidences().complete(first, Optional.of(order.token()));
    Order surplus = new Order(id, order.token(), "surplus", order.channel(), order.endUserIp());
    Evidence second = Samples.evidence(participant, surplus, NOW.plusSeconds(1));

    table.evidences().keep(HandedOut.of(second));
    Stored stored = table.evidences().complete(second, Optional.of(order.token()));
    table.evidences().storeBeside(second);

    assertInstanceOf(Stored.Refused.class, stored);
    assertEquals(Optional.of(first), table.evidences().evidence(id));
  }

  @Test
  void reject_keepsTheCompletion_andTheSigningIsACollectError_F11() {
    Order order = activate();
    Evidence evidence = Samples.evidence(participant, order, NOW);

    table.evidences().keep(HandedOut.of(evidence));
    Stored first = table.evidences().reject(evidence);
    table.evidences().keep(HandedOut.of(evidence));
    Stored again = table.evidences().reject(evidence);

    assertEquals(new Stored.Done(), first);
    assertEquals(new Stored.Already(), again);

    assertEquals(Optional.of(evidence), table.evidences().evidence(id));
    assertEquals(SigningStatus.COLLECT_ERROR, signings.signing(id).orElseThrow().status());
  }

  @Test
  void reject_neverTouchesANewerAttempt_F11() {
    Order newer = activate();
    Order older = new Order(id, UUID.randomUUID(), "older", newer.channel(), newer.endUserIp());
    Evidence evidence = Samples.evidence(participant, older, NOW);

    assertInstanceOf(Stored.Refused.class, table.evidences().reject(evidence));

    assertEquals(Optional.empty(), table.evidences().evidence(id));
    assertEquals(SigningStatus.INITIATED, signings.signing(id).orElseThrow().status());
  }

  @Test
  void storeBeside_keepsOnce_andAllThatIsKeptBesideIsHandedOn() {
    Order order = activate();
    Evidence evidence = Samples.evidence(participant, order, NOW);

    table.evidences().keep(HandedOut.of(evidence));
    assertTrue(table.evidences().storeBeside(evidence));
    assertTrue(
        table.evidences().storeBeside(evidence),
        "the same write again, because its reply was lost");
    assertFalse(
        table.evidences().storeBeside(Samples.evidence(participant, order, NOW.plusMillis(1))));

    List<Evidence> found = new ArrayList<>();
    table.evidences().forEachBeside(filed -> found.add(filed.evidence().get()));
    assertTrue(found.contains(evidence));
  }

  private Order activate() {
    var contender = Samples.start(id, IP_A);
    table.guards().reserve(participant.personKey(), contender, NOW);
    Guard.Live live = Samples.live(contender, NOW);
    assertTrue(
        table
            .guards()
            .activate(participant.personKey(), live, Samples.attempt(live, NOW), Optional.empty()));
    return live.running();
  }

  private void end(Order order) {
    Guard live = table.guards().guard(participant.personKey()).orElseThrow();
    table
        .guards()
        .recordConflict(
            participant.personKey(),
            live,
            new Guard.Slot(
                live.holder().withoutKey(),
                Optional.of(order),
                UUID.randomUUID(),
                live.expiresAt()));
  }
}
