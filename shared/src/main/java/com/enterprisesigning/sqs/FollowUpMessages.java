package com.enterprisesigning.sqs;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.store.Excerpt;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.Gzip;
import com.enterprisesigning.store.KeptCompletion;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * The body of a message: one JSON object in ASCII, with BankID's own texts compressed. During a
 * deployment two releases send and read at once. Members may be added, because unknown members are
 * ignored. A change that an older release would misread needs a new version.
 */
public final class FollowUpMessages {
  private static final int VERSION = 1;

  /**
   * The member that makes a SETTLE ask for a time stamp. An older release does not know it, and
   * finds the order settled.
   */
  private static final String STAMP_SINCE = "stamp_since";

  private FollowUpMessages() {}

  public static String body(FollowUpMessage message) {
    ObjectNode body = MessageBody.object();
    body.put("version", VERSION);
    body.put("kind", message instanceof FollowUpMessage.Stamp ? "SETTLE" : kind(message));
    body.put("person", message.person().hex());
    Order order = message.order();
    body.put("participant", order.participantId().toString());
    body.put("token", order.token().toString());
    body.put("order_ref", order.orderRef());
    body.put("channel", order.channel().name());
    order.endUserIp().ifPresent(ip -> body.put("end_user_ip", ip.address()));
    switch (message) {
      case FollowUpMessage.Settle settle -> body.put("created_at", settle.createdAt().toString());
      case FollowUpMessage.End end -> body.put("created_at", end.createdAt().toString());
      case FollowUpMessage.Stamp stamp ->
          body.put("created_at", stamp.since().toString())
              .put(STAMP_SINCE, stamp.since().toString());
      case FollowUpMessage.Store store -> write(body, store.completion());
    }
    return MessageBody.write(body);
  }

  /**
   * Reads a body.
   *
   * @throws UnreadableMessage if it is malformed, or its kind or version is unknown
   */
  public static FollowUpMessage read(String body) {
    MessageBody members = MessageBody.read(body);
    if (members.number("version") != VERSION) {
      throw new UnreadableMessage(
          "The message has version " + members.number("version") + ", not " + VERSION);
    }
    PersonKey person = members.value("person", PersonKey::new);
    Order order = order(members);
    return switch (members.text("kind")) {
      case "SETTLE" -> settle(person, order, members);
      case "END" -> new FollowUpMessage.End(person, order, createdAt(members));
      case "STORE" -> new FollowUpMessage.Store(person, order, completion(members));
      default -> throw new UnreadableMessage("The message has an unknown kind");
    };
  }

  private static FollowUpMessage settle(PersonKey person, Order order, MessageBody members) {
    return members
        .optionalValue(STAMP_SINCE, Instant::parse)
        .<FollowUpMessage>map(since -> new FollowUpMessage.Stamp(person, order, since))
        .orElseGet(() -> new FollowUpMessage.Settle(person, order, createdAt(members)));
  }

  /** Returns the kind of a message for the log: SETTLE, END, STAMP or STORE. */
  public static String kind(FollowUpMessage message) {
    return switch (message) {
      case FollowUpMessage.Settle settle -> "SETTLE";
      case FollowUpMessage.End end -> "END";
      case FollowUpMessage.Stamp stamp -> "STAMP";
      case FollowUpMessage.Store store -> "STORE";
    };
  }

  private static Order order(MessageBody members) {
    return new Order(
        members.value("participant", UUID::fromString),
        members.value("token", UUID::fromString),
        members.text("order_ref"),
        members.value("channel", Channel::valueOf),
        members.optionalValue("end_user_ip", EndUserIp::new));
  }

  /**
   * Writes a completion. The largest one that BankID makes, with texts that do not compress, stays
   * under 256 KiB.
   */
  private static void write(ObjectNode body, Completion completion) {
    Excerpt answer = KeptCompletion.answer(completion);
    ObjectNode rest = MessageBody.object();
    rest.put("order_ref", completion.orderRef());
    KeptCompletion.user(completion).forEach(rest.putObject("user")::put);
    KeptCompletion.device(completion).forEach(rest.putObject("device")::put);
    rest.put("answer", answer.rest());
    ArrayNode cuts = rest.putArray("answer_cuts");
    answer.cuts().forEach(cuts::add);
    body.put("completion", Gzip.of(MessageBody.write(rest)));
    KeptCompletion.packed(completion).forEach(body::put);
  }

  private static Completion completion(MessageBody members) {
    MessageBody rest = MessageBody.read(members.unpacked("completion", Gzip::text));
    try {
      return KeptCompletion.read(members, rest, rest.text("answer"));
    } catch (IndexOutOfBoundsException e) {
      throw MessageBody.packedWrongly("answer_cuts");
    }
  }

  private static Instant createdAt(MessageBody members) {
    return members.value("created_at", Instant::parse);
  }
}
