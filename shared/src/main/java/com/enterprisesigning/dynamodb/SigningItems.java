package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Assessment;
import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The item {@code SIGNING}: often written, and under 1 KB. */
final class SigningItems {
  private static final String[] LAUNCH = {"autostart_token", "qr_start_token", "qr_start_secret"};
  private static final String[] EVENT = {"event", "event_status", "risk"};

  private SigningItems() {}

  static Signing read(Item item) {
    return new Signing(
        item.uuid("participant"),
        item.text("client"),
        item.uuid("process"),
        new PersonKey(item.text("person_key")),
        SigningStatus.valueOf(item.text("status")),
        item.optionalText("hint").map(SigningItems::hint),
        item.has("token") ? Optional.of(attempt(item)) : Optional.empty(),
        item.optionalTime("collected_at"),
        item.optionalTime("missing_since"),
        item.flag("withdrawn"),
        item.optionalTime("signed_at"));
  }

  /** Reads a hint; a hint that a later release has added is read as UNKNOWN. */
  private static HintCode hint(String name) {
    return Arrays.stream(HintCode.values())
        .filter(hint -> hint.name().equals(name))
        .findAny()
        .orElse(HintCode.UNKNOWN);
  }

  private static Attempt attempt(Item item) {
    return new Attempt(
        item.uuid("token"),
        Channel.valueOf(item.text("channel")),
        item.optionalText("end_user_ip").map(EndUserIp::new),
        item.text("order_ref"),
        item.optionalText("autostart_token")
            .map(token ->
                new Launch(token, item.text("qr_start_token"), item.text("qr_start_secret"))),
        item.time("started_at"),
        item.time("window_end"));
  }

  static Draft created(ParticipantDetails details, Instant keptUntil) {
    return new Draft()
        .set("participant", Values.of(details.participantId()))
        .set("client", Values.of(details.client()))
        .set("process", Values.of(details.processId()))
        .set("person_key", Values.of(details.personKey().hex()))
        .set("status", Values.of(SigningStatus.CREATED))
        .set("ttl", Values.ttl(keptUntil));
  }

  /** Sets a new attempt; nothing of the previous one remains. */
  static Draft started(Attempt attempt) {
    Optional<Launch> launch = attempt.launch();
    return new Draft()
        .set("status", Values.of(SigningStatus.INITIATED))
        .set("token", Values.of(attempt.token()))
        .set("channel", Values.of(attempt.channel()))
        .set("end_user_ip", attempt.endUserIp().map(ip -> Values.of(ip.address())))
        .set("order_ref", Values.of(attempt.orderRef()))
        .set("autostart_token", launch.map(l -> Values.of(l.autoStartToken())))
        .set("qr_start_token", launch.map(l -> Values.of(l.qrStartToken())))
        .set("qr_start_secret", launch.map(l -> Values.of(l.qrStartSecret())))
        .set("started_at", Values.of(attempt.startedAt()))
        .set("window_end", Values.of(attempt.windowEnd()))
        .remove("hint", "collected_at", "missing_since", "signed_at")
        .remove(EVENT);
  }

  static Draft status(SigningStatus status) {
    return new Draft().set("status", Values.of(status));
  }

  /**
   * Sets a status that ends an order, and what the event of this end says: {@code
   * docs/events.md#how-they-are-made}. Each end sets all of these attributes, because AWS does not
   * say what a pipe does if one is missing. An unknown risk is empty.
   */
  static Draft ended(SigningStatus status) {
    return switch (status) {
      case COMPLETE -> event(status, "SigningCompleted", status);
      case FAILED, COLLECT_ERROR -> event(status, "SigningFailed", status);
      case ENDING -> event(status, "SigningConflicted", SigningStatus.PENDING);
      case CREATED, INITIATED, PENDING ->
          throw new IllegalArgumentException(status + " ends no order");
    };
  }

  private static Draft event(SigningStatus status, String type, SigningStatus shown) {
    return status(status)
        .set("event", Values.of(type))
        .set("event_status", Values.of(shown))
        .set("risk", Values.of(""));
  }

  /** Sets the completed attempt, which may not be the one that the item carries (rule F2). */
  static Draft complete(Evidence evidence) {
    Order order = evidence.order();
    return ended(SigningStatus.COMPLETE)
        .set("token", Values.of(order.token()))
        .set("channel", Values.of(order.channel()))
        .set("end_user_ip", order.endUserIp().map(ip -> Values.of(ip.address())))
        .set("order_ref", Values.of(order.orderRef()))
        .set("signed_at", Values.of(evidence.signedAt()))
        .set("risk", Values.of(Assessment.of(evidence.completion()).risk().orElse("")))
        .set("ttl", Values.ttl(evidence.keptUntil()))
        .remove("hint", "missing_since")
        .remove(LAUNCH);
  }

  /**
   * Sets the completed attempt of an order that was signed before its start activated it. The time
   * of the start is unknown, so {@code storedAt} takes its place.
   */
  static Draft completeUnactivated(Evidence evidence) {
    return complete(evidence)
        .set("started_at", Values.of(evidence.storedAt()))
        .set("window_end", Values.of(evidence.storedAt()));
  }
}
