package com.enterprisesigning.functions;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.ProcessStatus;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.secrets.SecretReferences;
import com.enterprisesigning.signing.ProcessView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers that the core may give. The order was created at {@link #STARTED}; the current time is
 * {@link #NOW}.
 */
final class Samples {
  static final Instant STARTED = Instant.parse("2026-11-23T10:00:00.400Z");
  static final Instant NOW = Instant.parse("2026-11-23T10:00:02.399Z");
  static final Instant WINDOW_END = STARTED.plusSeconds(180);
  static final Instant EXPIRES = Instant.parse("2027-01-07T10:00:00Z");
  static final UUID PARTICIPANT = UUID.fromString("b9052a54-7e40-11ee-b962-0242ac120002");
  static final UUID TOKEN = UUID.fromString("11111111-2222-4333-8444-555555555555");
  static final PersonKey PERSON = new PersonKey("ab".repeat(32));
  static final UUID PROCESS = UUID.fromString("0b8f6f0e-5c57-4b8e-9d3e-2f6f5f0f3a11");

  /** The values of BankID's own example: {@code docs/bankid.md#the-qr-code-and-the-launch-urls}. */
  static final Launch LAUNCH =
      new Launch(
          "131daac9-16c6-4618-beb0-365768f37288",
          "67df3917-fa0d-44e5-b327-edcc928297f8",
          "d28db9a7-4cde-429e-a983-359be676944c");

  /** The QR string of that example one second after the start. */
  static final String QR_AT_1 =
      "bankid.67df3917-fa0d-44e5-b327-edcc928297f8.1."
          + "949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2";

  private Samples() {}

  static Signing signing(SigningStatus status, Optional<HintCode> hint, Optional<Attempt> attempt) {
    return new Signing(
        PARTICIPANT,
        "demo",
        PROCESS,
        PERSON,
        status,
        hint,
        attempt,
        Optional.empty(),
        Optional.empty(),
        false,
        status == SigningStatus.COMPLETE ? Optional.of(STARTED) : Optional.empty());
  }

  static Signing onStart(SigningStatus status, HintCode hint) {
    return signing(status, Optional.ofNullable(hint), Optional.of(attempt(Channel.START)));
  }

  static Signing onPhone(SigningStatus status, HintCode hint) {
    return signing(status, Optional.ofNullable(hint), Optional.of(attempt(Channel.PHONE)));
  }

  static Signing initiated() {
    return onStart(SigningStatus.INITIATED, null);
  }

  static Signing created() {
    return signing(SigningStatus.CREATED, Optional.empty(), Optional.empty());
  }

  static ProcessView registered() {
    return view(ProcessStatus.OPEN, created());
  }

  static ProcessView view(ProcessStatus status, Signing... signings) {
    List<UUID> ids = List.of(signings).stream().map(Signing::participantId).toList();
    return new ProcessView(
        new SigningProcess(PROCESS, "demo", "loan 4711", ids, EXPIRES, false, Optional.empty()),
        status,
        List.of(signings).stream()
            .map(it -> new ProcessView.ParticipantView(it.participantId(), Optional.of(it)))
            .toList());
  }

  /** Returns the root of a sandbox's simulator. */
  static SignatureRoots signatureRoots() {
    return SignatureRoots.forSandbox(
        new SecretReferences(
                () -> {
                  throw new IllegalStateException("a resource needs no Secrets Manager");
                })
            .read("classpath:com/enterprisesigning/sandbox/signature-root.pem"));
  }

  static Evidence evidence() {
    return evidence(
        Channel.START,
        EndUserIp.parse("192.0.2.7"),
        Optional.of("digest"),
        new VerificationStep("XML_SIGNATURE", true, Optional.empty()));
  }

  static Evidence evidence(
      Channel channel,
      Optional<EndUserIp> ip,
      Optional<String> nonVisible,
      VerificationStep... steps) {
    return evidence(channel, ip, nonVisible, Requirement.NONE, "{}", steps);
  }

  /** Returns the evidence of a start, with this answer of BankID. */
  static Evidence assessed(String raw, Requirement requirement, VerificationStep... steps) {
    return evidence(
        Channel.START,
        EndUserIp.parse("192.0.2.7"),
        Optional.of("digest"),
        requirement,
        raw,
        steps);
  }

  private static Evidence evidence(
      Channel channel,
      Optional<EndUserIp> ip,
      Optional<String> nonVisible,
      Requirement requirement,
      String raw,
      VerificationStep... steps) {
    return new Evidence(
        new Order(PARTICIPANT, TOKEN, "order-1", channel, ip),
        PROCESS,
        "demo",
        PERSON,
        new PersonalNumber("188001019804"),
        new SigningText("I sign åäö.", SigningText.Format.SIMPLE_MARKDOWN_V1, nonVisible),
        requirement,
        new Completion(
            raw,
            "order-1",
            new Completion.Signer("188001019804", "Elsa Sample", "Elsa", "Sample"),
            new Completion.Device("192.0.2.9", ip.map(it -> "uhi-1")),
            "c2lnbmF0dXJl",
            "b2NzcA=="),
        new Verdict(List.of(steps), Optional.empty()),
        STARTED,
        NOW,
        EXPIRES);
  }

  private static Attempt attempt(Channel channel) {
    return new Attempt(
        TOKEN,
        channel,
        channel == Channel.START ? EndUserIp.parse("192.0.2.7") : Optional.empty(),
        "order-1",
        channel == Channel.START ? Optional.of(LAUNCH) : Optional.empty(),
        STARTED,
        WINDOW_END);
  }
}
