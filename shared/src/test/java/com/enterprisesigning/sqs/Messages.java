package com.enterprisesigning.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.signing.FollowUpMessage;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Messages for the queue, including the largest. */
final class Messages {
  static final PersonKey PERSON = new PersonKey("0123456789abcdef".repeat(4));
  static final Instant CREATED_AT = Instant.parse("2026-11-23T10:00:00.400Z");
  static final Order START =
      new Order(
          UUID.fromString("b9052a54-7e40-11ee-b962-0242ac120002"),
          UUID.fromString("11111111-2222-4333-8444-555555555555"),
          "131daac9-16c6-4618-beb0-365768f37288",
          Channel.START,
          Optional.of(new EndUserIp("192.0.2.7")));
  static final Order PHONE =
      new Order(
          START.participantId(), START.token(), START.orderRef(), Channel.PHONE, Optional.empty());

  private static final String OCSP = Base64.getEncoder().encodeToString(random(3_000));
  static final FollowUpMessage SETTLE = new FollowUpMessage.Settle(PERSON, START, CREATED_AT);
  static final FollowUpMessage END = new FollowUpMessage.End(PERSON, PHONE, CREATED_AT);
  static final FollowUpMessage SMALL_STORE =
      store(with("{\"signature\":\"PHhtbC8+\",\"å\":\"b2NzcA==\"}", "PHhtbC8+", "b2NzcA=="));

  /** Texts as long as BankID accepts, of random bytes, which compress worst. */
  static final FollowUpMessage LARGEST =
      store(completion(signature(random(30_000), random(150_000)), "\"%s\""));

  static final List<FollowUpMessage> ALL =
      List.of(
          SETTLE,
          new FollowUpMessage.Settle(PERSON, PHONE, CREATED_AT),
          END,
          SMALL_STORE,
          store(completion("", "\"%s\"")),
          store(completion("<xml/>", "\"another %s\"")),
          store(spelled("no base64 at all å")),
          store(spelled("YQ==\n")),
          LARGEST);

  private Messages() {}

  static FollowUpMessage store(Completion completion) {
    return new FollowUpMessage.Store(PERSON, START, completion);
  }

  /** Returns the largest answer with its base64 escaped, as JSON allows. */
  static Completion escaped() {
    Completion largest = ((FollowUpMessage.Store) LARGEST).completion();
    return with(largest.raw().replace("/", "\\/").replace("+", "\\u002b"), largest.signature());
  }

  /** Returns text of the size of BankID's XML signature ({@code docs/bankid.md#the-signature}). */
  static String signature(byte[] visible, byte[] nonVisible) {
    Base64.Encoder base64 = Base64.getEncoder();
    return "<Signature><SignedInfo>%s</SignedInfo>".formatted("digests and methods ".repeat(80))
        + "<SignatureValue>%s</SignatureValue>".formatted(base64.encodeToString(random(512)))
        + "<X509Certificate>%s</X509Certificate>".formatted(base64.encodeToString(random(6_000)))
        + "<usrVisibleData>%s</usrVisibleData>".formatted(base64.encodeToString(visible))
        + "<usrNonVisibleData>%s</usrNonVisibleData>".formatted(base64.encodeToString(nonVisible))
        + "<clientInfo>%s</clientInfo></Signature>".formatted("about the device ".repeat(80));
  }

  /**
   * Returns a completion with this XML signature.
   *
   * @param answered a format string: how the answer writes the signature
   */
  static Completion completion(String xml, String answered) {
    String signature = Base64.getEncoder().encodeToString(xml.getBytes(UTF_8));
    return with(answer(answered.formatted(signature)), signature);
  }

  static Completion spelled(String signature) {
    return with(answer("\"" + signature + "\""), signature);
  }

  private static String answer(String signature) {
    return """
    {"orderRef":"131daac9-16c6-4618-beb0-365768f37288","status":"complete","completionData":{
    "user":{"personalNumber":"189001019802","name":"Åsa Öberg"},"device":{"ipAddress":"192.0.2.7"},
    "signature":%s,"ocspResponse":"%s","new member":[1]}}
    """
        .formatted(signature, OCSP);
  }

  private static Completion with(String raw, String signature) {
    return with(raw, signature, OCSP);
  }

  private static Completion with(String raw, String signature, String ocspResponse) {
    return new Completion(
        raw,
        START.orderRef(),
        new Completion.Signer("189001019802", "Åsa Öberg", "Åsa", "Öberg"),
        new Completion.Device("192.0.2.7", Optional.of("uhi")),
        signature,
        ocspResponse);
  }

  static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }
}
