package com.enterprisesigning.store;

import static com.enterprisesigning.signing.Samples.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Evidences.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a completion may displace, and which of several completions is the participant's evidence.
 */
public abstract class EvidenceContract extends TableContract {
  private static final PersonalNumber NOBODY = new PersonalNumber("188001019804");
  private static final PersonalNumber ANOTHER = new PersonalNumber("189007159909");

  private Order order;
  private Evidences evidences;

  @BeforeEach
  void startIt() {
    order = activate().running();
    evidences = table.evidences();
  }

  @Test
  void complete_isRefused_whenThereIsAnAttemptAndNoneWasExpected() {
    Stored stored = evidences.complete(evidence(order, NOW), Optional.empty());

    assertEquals(new Stored.Refused(signing()), stored);
    assertEquals(SigningStatus.INITIATED, signing().status());
    assertEquals(Optional.empty(), evidences.evidence(id));
  }

  @Test
  void complete_isRefused_whenAnotherAttemptWasExpected_evenIfTheOrderIsTheCurrentOne() {
    Stored stored = evidences.complete(evidence(order, NOW), Optional.of(UUID.randomUUID()));

    assertEquals(new Stored.Refused(signing()), stored);
    assertEquals(Optional.empty(), evidences.evidence(id));
  }

  @Test
  void reject_leavesASignedOrder_F11() {
    evidences.complete(evidence(order, NOW), Optional.of(order.token()));
    Evidence rejected = evidence(withOrderRef(order, "rejected"), NOW);

    evidences.keep(HandedOut.of(rejected));
    assertEquals(new Stored.Refused(signing()), evidences.reject(rejected));
    assertEquals(SigningStatus.COMPLETE, signing().status());
  }

  @Test
  void reject_forgetsHintAndMissing() {
    signings.miss(id, order.token(), NOW);

    evidences.keep(HandedOut.of(evidence(order, NOW)));
    evidences.reject(evidence(order, NOW));

    assertEquals(Optional.empty(), signing().missingSince());
  }

  @Test
  void evidence_isTheNewestRejectedOne_whenNoneWasVerified() {
    Evidence older = evidence(withOrderRef(order, "older"), NOW);
    Evidence newest = evidence(withOrderRef(order, "newest"), NOW.plusSeconds(9));
    Evidence oldest = evidence(withOrderRef(order, "oldest"), NOW.minusSeconds(9));

    List.of(older, newest, oldest).forEach(this::storeBeside);

    assertEquals(Optional.of(newest), evidences.evidence(id));
  }

  @Test
  void forEachBeside_skipsTheParticipantsEvidence() {
    Evidence verified = evidence(order, NOW);
    assertInstanceOf(Stored.Done.class, evidences.complete(verified, Optional.of(order.token())));

    List<Evidence> found = new ArrayList<>();
    evidences.forEachBeside(filed -> found.add(filed.evidence().get()));

    assertFalse(found.contains(verified));
  }

  @Test
  void all_beginsWithTheVerifiedOne_thenTheNewest() {
    Evidence verified = evidence(order, NOW.minusSeconds(20));
    Evidence older = evidence(withOrderRef(order, "older"), NOW);
    Evidence newest = evidence(withOrderRef(order, "newest"), NOW.plusSeconds(9));
    List.of(older, newest).forEach(this::storeBeside);
    evidences.keep(HandedOut.of(verified));
    evidences.complete(verified, Optional.of(order.token()));

    assertEquals(
        List.of(verified, newest, older),
        evidences.all(id).stream().map(filed -> filed.evidence().get()).toList());
  }

  @Test
  void stamp_isReadWithItsEvidence_andNotWithAnother() {
    Evidence verified = evidence(order, NOW);
    Evidence rejected = evidence(withOrderRef(order, "rejected"), NOW);
    storeBeside(rejected);
    evidences.keep(HandedOut.of(verified));
    evidences.complete(verified, Optional.of(order.token()));

    assertTrue(evidences.stamp(verified, stamp("first")));

    assertEquals(
        List.of(Optional.of(stamp("first")), Optional.empty()),
        evidences.all(id).stream().map(filed -> filed.timeStamp().get()).toList());
    assertEquals(
        List.of(verified, rejected),
        evidences.all(id).stream().map(filed -> filed.evidence().get()).toList());
    assertEquals(List.of(), evidences.unfinished(id));
  }

  @Test
  void stamp_leavesTheFirst_whenAnotherIsStored() {
    Evidence rejected = evidence(order, NOW);
    storeBeside(rejected);
    evidences.stamp(rejected, stamp("first"));

    assertFalse(evidences.stamp(rejected, stamp("second")));

    assertEquals(Optional.of(stamp("first")), evidences.all(id).getFirst().timeStamp().get());
  }

  /** The AWS client repeats a write whose reply was lost. */
  @Test
  void stamp_isStored_whenTheSameIsStoredAgain() {
    Evidence rejected = evidence(order, NOW);
    storeBeside(rejected);
    evidences.stamp(rejected, stamp("first"));

    assertTrue(evidences.stamp(rejected, stamp("first")));
  }

  /** It is over the completion, which stays the same when it is verified again. */
  @Test
  void stamp_stays_whenItsRejectedCompletionIsVerified() {
    Evidence rejected = evidence(order, NOW);
    storeBeside(rejected);
    evidences.stamp(rejected, stamp("first"));

    evidences.complete(rejected, Optional.of(order.token()));

    assertEquals(Optional.of(stamp("first")), evidences.all(id).getFirst().timeStamp().get());
  }

  @Test
  void forEachBeside_readsTheTimeStamp() {
    Evidence rejected = evidence(order, NOW);
    storeBeside(rejected);
    evidences.stamp(rejected, stamp("first"));

    List<Optional<TimeStamp>> found = new ArrayList<>();
    evidences.forEachBeside(filed -> {
      if (filed.orderRef().equals(order.orderRef())) {
        found.add(filed.timeStamp().get());
      }
    });

    assertTrue(found.contains(Optional.of(stamp("first"))));
  }

  private static TimeStamp stamp(String token) {
    String base64 = Base64.getEncoder().encodeToString(token.getBytes(US_ASCII));
    return new TimeStamp(base64, NOW.plusSeconds(95), "CN=Authority");
  }

  @Test
  void unfinished_isWhatWasKept_F12() {
    evidences.keep(handedOut("signature"));

    assertEquals(Optional.of(handedOut("signature")), evidences.unfinished(id, order.orderRef()));
    assertEquals(Optional.empty(), evidences.unfinished(id, "another"));
    assertEquals(Optional.empty(), evidences.evidence(id));
  }

  @Test
  void keep_leavesWhatIsKept_whenItIsRepeated_F12() {
    evidences.keep(handedOut("signature"));

    assertEquals(handedOut("signature"), evidences.keep(handedOut("another")));

    assertEquals(Optional.of(handedOut("signature")), evidences.unfinished(id, order.orderRef()));
  }

  @Test
  void unfinished_isEmpty_onceItsEvidenceIsStored_F11() {
    Evidence rejected = evidence(order, NOW);
    evidences.keep(HandedOut.of(rejected));

    evidences.reject(rejected);

    assertEquals(Optional.empty(), evidences.unfinished(id, order.orderRef()));
  }

  @Test
  void unfinished_isEmpty_onceItsSigningIsComplete() {
    Evidence verified = evidence(order, NOW);
    evidences.keep(HandedOut.of(verified));
    Order another = withOrderRef(order, "another");
    evidences.keep(HandedOut.of(evidence(another, NOW)));

    evidences.complete(verified, Optional.of(order.token()));

    assertEquals(Optional.empty(), evidences.unfinished(id, order.orderRef()));
    assertEquals(
        Optional.of(HandedOut.of(evidence(another, NOW))),
        evidences.unfinished(id, another.orderRef()));
  }

  @Test
  void keepUntil_extends_andNeverShortens() {
    evidences.keep(handedOut("signature"));
    Instant longer = NOW.plusSeconds(60);

    evidences.keepUntil(id, order.orderRef(), longer);
    evidences.keepUntil(id, order.orderRef(), NOW);

    assertEquals(
        Optional.of(handedOut("signature").until(longer)),
        evidences.unfinished(id, order.orderRef()));
  }

  @Test
  void forEachUnfinished_passesOnWhatIsKeptWithoutEvidence_F12() {
    Order rejected = withOrderRef(order, "rejected");
    Order unfinished = withOrderRef(order, "unfinished");
    storeBeside(evidence(rejected, NOW));
    evidences.keep(HandedOut.of(evidence(unfinished, NOW)));
    Evidence verified = evidence(order, NOW);
    evidences.keep(HandedOut.of(verified));
    evidences.complete(verified, Optional.of(order.token()));

    List<String> found = new ArrayList<>();
    evidences.forEachUnfinished((participantId, orderRef) -> {
      if (participantId.equals(id)) {
        found.add(orderRef);
      }
    });

    assertEquals(List.of("unfinished"), found);
    assertEquals(List.of("unfinished"), evidences.unfinished(id));
  }

  @Test
  void participantsOf_findsAParticipantOfThePerson_andNoOther() {
    ParticipantDetails other = register(Samples.person());

    Set<UUID> found = evidences.participantsOf(person, NOBODY);

    assertTrue(found.contains(id));
    assertFalse(found.contains(other.participantId()));
  }

  @Test
  void participantsOf_findsAPersonByTheNumber_whenTheKeyIsOfAFormerSecret() {
    assertTrue(
        evidences.participantsOf(Samples.person(), participant.personalNumber()).contains(id));
  }

  @Test
  void participantsOf_findsWhatIsKept_whenTheParticipantIsGone() {
    ParticipantDetails kept = Samples.details(person);
    ParticipantDetails rejected = Samples.details(person);
    evidences.keep(
        HandedOut.of(Samples.evidence(kept, Samples.order(kept.participantId(), "kept"), NOW)));
    storeBeside(
        Samples.evidence(rejected, Samples.order(rejected.participantId(), "rejected"), NOW));

    assertEquals(
        Set.of(id, kept.participantId(), rejected.participantId()),
        evidences.participantsOf(person, NOBODY));
  }

  @Test
  void participantsOf_findsBothPersons_whenAnotherThanTheRegisteredOneSigned() {
    ParticipantDetails gone = Samples.details(Samples.person());
    storeBeside(
        signedByAnother(
            Samples.evidence(gone, Samples.order(gone.participantId(), "rejected"), NOW)));

    for (PersonalNumber number : List.of(gone.personalNumber(), ANOTHER)) {
      assertTrue(evidences.participantsOf(Samples.person(), number).contains(gone.participantId()));
    }
  }

  private static Evidence signedByAnother(Evidence evidence) {
    Completion completion = evidence.completion();
    return new Evidence(
        evidence.order(),
        evidence.processId(),
        evidence.client(),
        evidence.person(),
        evidence.signer(),
        evidence.text(),
        evidence.requirement(),
        new Completion(
            completion.raw(),
            completion.orderRef(),
            new Completion.Signer(ANOTHER.digits(), "Another Person", "Another", "Person"),
            completion.device(),
            completion.signature(),
            completion.ocspResponse()),
        evidence.verdict(),
        evidence.signedAt(),
        evidence.storedAt(),
        evidence.keptUntil());
  }

  private HandedOut handedOut(String signature) {
    Completion completion = Samples.completion(order.orderRef());
    return new HandedOut(
        participant.personKey(),
        order,
        new Completion(
            "",
            completion.orderRef(),
            completion.user(),
            completion.device(),
            signature,
            completion.ocspResponse()),
        NOW,
        NOW.plusSeconds(9));
  }

  private void storeBeside(Evidence evidence) {
    evidences.keep(HandedOut.of(evidence));
    evidences.storeBeside(evidence);
  }

  private Evidence evidence(Order of, Instant storedAt) {
    return Samples.evidence(participant, of, storedAt);
  }
}
