package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Values for tests: a person, a participant of a process, and what happens to the participant. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  public static final Duration WINDOW = Duration.ofMinutes(3);
  public static final String CLIENT = "bank";
  public static final EndUserIp IP_A = new EndUserIp("192.0.2.1");
  public static final EndUserIp IP_B = new EndUserIp("192.0.2.2");
  public static final PersonKeys PERSON_KEYS =
      new PersonKeys(() -> "a secret of the tests, long enough");

  private Samples() {}

  public static ParticipantDetails details(PersonKey person) {
    return details(
        person, new SigningText("I agree", SigningText.Format.PLAINTEXT, Optional.of("bound")));
  }

  public static ParticipantDetails details(PersonKey person, SigningText text) {
    return new ParticipantDetails(
        UUID.randomUUID(),
        UUID.randomUUID(),
        CLIENT,
        NOW.plus(Duration.ofDays(45)),
        new PersonalNumber("189001019802"),
        person,
        text,
        new Requirement(
            Optional.of(true), Optional.empty(), Optional.of("class1"), List.of("1.2.3.4.5")));
  }

  /** Returns a person that no other test uses. */
  public static PersonKey person() {
    String digits = UUID.randomUUID().toString().replace("-", "");
    return new PersonKey(digits + digits);
  }

  public static SigningProcess process(ParticipantDetails... participants) {
    return new SigningProcess(
        participants[0].processId(),
        CLIENT,
        "loan 17",
        List.of(participants).stream().map(ParticipantDetails::participantId).toList(),
        participants[0].expiresAt(),
        false,
        Optional.of("digest"));
  }

  public static Contender start(UUID participantId, EndUserIp ip) {
    return new Contender(
        UUID.randomUUID(),
        participantId,
        CLIENT,
        Channel.START,
        Optional.of(ip),
        Optional.of(new Idempotency("key", "request")));
  }

  public static Contender phone(UUID participantId) {
    return new Contender(
        UUID.randomUUID(),
        participantId,
        CLIENT,
        Channel.PHONE,
        Optional.empty(),
        Optional.empty());
  }

  public static Guard.Live live(Contender holder, Instant startedAt) {
    Order order =
        new Order(
            holder.participantId(),
            holder.token(),
            "order-" + holder.token(),
            holder.channel(),
            holder.endUserIp());
    return new Guard.Live(holder, order, startedAt.plus(WINDOW));
  }

  public static Attempt attempt(Guard.Live live, Instant startedAt) {
    Optional<Launch> launch =
        live.holder().channel() == Channel.START
            ? Optional.of(new Launch("autostart", "qr-token", "qr-secret"))
            : Optional.empty();
    return new Attempt(
        live.holder().token(),
        live.holder().channel(),
        live.holder().endUserIp(),
        live.running().orderRef(),
        launch,
        startedAt,
        live.expiresAt());
  }

  /** Returns an order of a start about which nothing else is known. */
  public static Order order(UUID participantId, String orderRef) {
    return new Order(participantId, UUID.randomUUID(), orderRef, Channel.START, Optional.of(IP_A));
  }

  /** Returns what a BankID of the tests answers for a signed order. */
  public static Completion completion(String orderRef) {
    return new Completion(
        "{\"orderRef\":\"" + orderRef + "\"}",
        orderRef,
        new Completion.Signer("189001019802", "Test Person", "Test", "Person"),
        new Completion.Device("192.0.2.7", Optional.empty()),
        "c2lnbmF0dXJl",
        "b2NzcA==");
  }

  public static Evidence evidence(ParticipantDetails details, Order order, Instant storedAt) {
    String signature = "PHNpZ25hdHVyZS8+";
    String ocspResponse = "not base64, and kept all the same";
    Completion completion =
        new Completion(
            "{\"orderRef\":\"%s\",\"signature\":\"%s\",\"ocspResponse\":\"%s\",\"new\":1}"
                .formatted(order.orderRef(), signature, ocspResponse),
            order.orderRef(),
            new Completion.Signer("189001019802", "Test Person", "Test", "Person"),
            new Completion.Device("192.0.2.7", Optional.of("uhi")),
            signature,
            ocspResponse);
    Verdict verdict =
        new Verdict(
            List.of(
                new VerificationStep("SIGNER", true, Optional.empty()),
                new VerificationStep("CHAIN", false, Optional.of("another root"))),
            Optional.of(storedAt.minusSeconds(2)));
    return new Evidence(
        order,
        details.processId(),
        details.client(),
        details.personKey(),
        details.personalNumber(),
        details.text(),
        Requirement.NONE,
        completion,
        verdict,
        storedAt.minusSeconds(2),
        storedAt,
        storedAt.plus(Duration.ofDays(3650)).truncatedTo(ChronoUnit.SECONDS));
  }
}
