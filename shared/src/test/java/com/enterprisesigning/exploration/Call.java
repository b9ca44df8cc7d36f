package com.enterprisesigning.exploration;

import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.SigningCore;
import com.enterprisesigning.store.FollowUpMessage;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that may be made.
 *
 * @param who the participant that the call is for
 */
record Call(Kind kind, Who who) {

  /** The person's participants. */
  enum Who {
    P1,
    P2,
    FRESH
  }

  /** The calls that touch a signing. */
  enum Kind {
    START_A,
    START_B,
    /** From address A, with an Idempotency-Key. */
    START_KEYED,
    PHONE,
    COLLECT,
    CANCEL,
    WITHDRAW,
    /** Takes the message that is due. This call has no participant. */
    FOLLOW_UP;

    boolean isStart() {
      return switch (this) {
        case START_A, START_B, START_KEYED, PHONE -> true;
        case COLLECT, CANCEL, WITHDRAW, FOLLOW_UP -> false;
      };
    }
  }

  static Call of(Kind kind) {
    return new Call(kind, Who.P1);
  }

  static Call of(Kind kind, Who who) {
    return new Call(kind, who);
  }

  /** Makes the call, on a handler of its own. */
  Object make(
      SigningCore core,
      Deadline deadline,
      Map<Who, ParticipantDetails> participants,
      Optional<FollowUpMessage> message) {
    UUID id = participants.get(who).participantId();
    return switch (kind) {
      case START_A -> core.start(start(id, Samples.IP_A, Optional.empty()), deadline);
      case START_B -> core.start(start(id, Samples.IP_B, Optional.empty()), deadline);
      case START_KEYED ->
          core.start(
              start(id, Samples.IP_A, Optional.of(new Idempotency("key", "request"))), deadline);
      case PHONE ->
          core.start(
              new StartRequest.StartPhone(Samples.CLIENT, id, Optional.empty(), CallInitiator.RP),
              deadline);
      case COLLECT -> core.collect(Samples.CLIENT, id, deadline);
      case CANCEL -> core.cancel(Samples.CLIENT, id, deadline);
      case WITHDRAW -> core.withdraw(Samples.CLIENT, participants.get(who).processId(), deadline);
      case FOLLOW_UP -> core.followUp().follow(message.orElseThrow(), deadline);
    };
  }

  private static StartRequest start(UUID id, EndUserIp ip, Optional<Idempotency> key) {
    return new StartRequest.Start(
        Samples.CLIENT, id, key, ip, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Parses a {@link #name}, such as {@code COLLECT:P1}. */
  static Call named(String name) {
    String[] parts = name.split(":", -1);
    return parts.length == 1
        ? of(Kind.valueOf(name))
        : of(Kind.valueOf(parts[0]), Who.valueOf(parts[1]));
  }

  String name() {
    return kind == Kind.FOLLOW_UP ? kind.name() : kind + ":" + who;
  }

  @Override
  public String toString() {
    return name();
  }
}
