package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.signing.Samples.CLIENT;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.NOW;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.HandedOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The values of every item that is kept of a release; the same in every release. */
final class Examples {
  static final PersonKey PERSON = new PersonKey("0123456789abcdef".repeat(4));
  static final UUID PARTICIPANT = UUID.fromString("5e1f0001-0000-4000-8000-000000000001");
  static final UUID PROCESS = UUID.fromString("5e1f0002-0000-4000-8000-000000000001");
  static final UUID TOKEN = UUID.fromString("5e1f0003-0000-4000-8000-000000000001");
  static final UUID NEXT_TOKEN = UUID.fromString("5e1f0003-0000-4000-8000-000000000002");

  static final ParticipantDetails DETAILS =
      details(
          new SigningText(
              "I borrow 100 kronor.", SigningText.Format.PLAINTEXT, Optional.of("loan 17")),
          new Requirement(
              Optional.of(true), Optional.of(false), Optional.of("class1"), List.of("1.2.3.4.5")));

  /** Without optional members. */
  static final ParticipantDetails LEAST_DETAILS =
      details(
          new SigningText("# I agree", SigningText.Format.SIMPLE_MARKDOWN_V1, Optional.empty()),
          new Requirement(Optional.empty(), Optional.empty(), Optional.empty(), List.of()));

  static final Contender START = start(TOKEN);
  static final Contender NEXT_START = start(NEXT_TOKEN);
  static final Contender PHONE =
      new Contender(TOKEN, PARTICIPANT, CLIENT, Channel.PHONE, Optional.empty(), Optional.empty());

  static final Guard.Live LIVE = Samples.live(START, NOW);
  static final Guard.Live LIVE_PHONE = Samples.live(PHONE, NOW);
  static final Order ORDER = LIVE.running();

  static final Evidence EVIDENCE =
      evidence(
          DETAILS,
          ORDER,
          new Completion.Device("192.0.2.1", Optional.of("uhi")),
          new Verdict(
              List.of(new VerificationStep("SIGNER", true, Optional.empty())),
              Optional.of(NOW.plusSeconds(8))));

  /** Without optional members. */
  static final Evidence LEAST_EVIDENCE =
      evidence(
          LEAST_DETAILS,
          LIVE_PHONE.running(),
          new Completion.Device("192.0.2.1", Optional.empty()),
          new Verdict(List.of(), Optional.empty()));

  /** With a step that failed, and an OCSP response that is not base64. */
  static final Evidence REJECTED = Samples.evidence(DETAILS, ORDER, NOW.plusSeconds(10));

  /** With a requirement, and a step that is reported. */
  static final Evidence REPORTED =
      new Evidence(
          ORDER,
          PROCESS,
          CLIENT,
          PERSON,
          DETAILS.personalNumber(),
          DETAILS.text(),
          DETAILS.requirement(),
          EVIDENCE.completion(),
          new Verdict(
              List.of(
                  new VerificationStep("SIGNER", true, Optional.empty()),
                  new VerificationStep(
                      "RELYING_PARTY",
                      VerificationStep.Result.REPORTED,
                      Optional.of("another relying party"))),
              Optional.of(NOW.plusSeconds(8))),
          NOW.plusSeconds(8),
          NOW.plusSeconds(10),
          NOW.plus(Duration.ofDays(3650)));

  static final TimeStamp TIME_STAMP =
      new TimeStamp("dG9rZW4=", NOW.plusSeconds(95), "CN=Authority, O=Example");

  static final HandedOut HANDED_OUT =
      new HandedOut(
          PERSON,
          ORDER,
          EVIDENCE.completion(),
          NOW.plusSeconds(9),
          NOW.plus(Duration.ofDays(3650)));

  private Examples() {}

  static SigningProcess process(Optional<String> requestDigest, boolean withdrawn) {
    return new SigningProcess(
        PROCESS,
        CLIENT,
        "loan 17",
        List.of(PARTICIPANT),
        DETAILS.expiresAt(),
        withdrawn,
        requestDigest);
  }

  static Guard.Lease lease(Contender holder, Instant reservedAt, Optional<Order> order) {
    return new Guard.Lease(holder, reservedAt, reservedAt.plus(Timing.LEASE), order);
  }

  static Guard.Slot slot(Optional<Order> order) {
    return new Guard.Slot(START.withoutKey(), order, NEXT_TOKEN, LIVE.expiresAt());
  }

  static Guard.Block block(Optional<Order> order) {
    return new Guard.Block(START.withoutKey(), order, NEXT_TOKEN, NOW.plusSeconds(190));
  }

  private static ParticipantDetails details(SigningText text, Requirement requirement) {
    return new ParticipantDetails(
        PARTICIPANT,
        PROCESS,
        CLIENT,
        NOW.plus(Duration.ofDays(45)),
        new PersonalNumber("189001019802"),
        PERSON,
        text,
        requirement);
  }

  private static Contender start(UUID token) {
    return new Contender(
        token,
        PARTICIPANT,
        CLIENT,
        Channel.START,
        Optional.of(IP_A),
        Optional.of(new Idempotency("key", "request")));
  }

  private static Evidence evidence(
      ParticipantDetails details, Order order, Completion.Device device, Verdict verdict) {
    String signature = "PHNpZ25hdHVyZS8+";
    String ocspResponse = "b2NzcA==";
    return new Evidence(
        order,
        PROCESS,
        CLIENT,
        PERSON,
        details.personalNumber(),
        details.text(),
        Requirement.NONE,
        new Completion(
            "{\"signature\":\"%s\",\"ocspResponse\":\"%s\"}".formatted(signature, ocspResponse),
            order.orderRef(),
            new Completion.Signer("189001019802", "Test Person", "Test", "Person"),
            device,
            signature,
            ocspResponse),
        verdict,
        NOW.plusSeconds(8),
        NOW.plusSeconds(10),
        NOW.plus(Duration.ofDays(3650)));
  }
}
