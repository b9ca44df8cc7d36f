package com.enterprisesigning.store;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Guards.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Sets up a table with one registered participant, and changes its state for the tests. */
abstract class TableContract {
  Table table;
  Guards guards;
  Signings signings;
  PersonKey person;
  ParticipantDetails participant;
  UUID id;

  /** Returns the table under test, which other tests may use too. */
  protected abstract Table table();

  @BeforeEach
  void registerAParticipant() {
    table = table();
    guards = table.guards();
    signings = table.signings();
    person = Samples.person();
    participant = register(person);
    id = participant.participantId();
  }

  final ParticipantDetails register(PersonKey of) {
    ParticipantDetails details = Samples.details(of);
    table.processes().register(Samples.process(details), List.of(details));
    return details;
  }

  final Signing signing() {
    return signings.signing(id).orElseThrow();
  }

  /** Activates the participant's first order, started from address A at NOW. */
  final Guard.Live activate() {
    return activate(Samples.start(id, IP_A), NOW, Optional.empty());
  }

  final Guard.Live activate(Contender contender, Instant now, Optional<UUID> tokenRead) {
    guards.reserve(person, contender, now);
    Guard.Live live = Samples.live(contender, now);
    assertTrue(guards.activate(person, live, Samples.attempt(live, now), tokenRead));
    return live;
  }

  final Guard.Lease reserve(Contender contender, Instant now) {
    guards.reserve(person, contender, now);
    return (Guard.Lease) guard().orElseThrow();
  }

  final Optional<Guard> guard() {
    return guards.guard(person);
  }

  /** Records a conflict: replaces {@code seen} with a slot. */
  final Guard.Slot slot(Guard seen) {
    Guard.Slot slot =
        new Guard.Slot(
            seen.holder().withoutKey(), seen.order(), UUID.randomUUID(), seen.expiresAt());
    assertEquals(new Recorded.Done(), guards.recordConflict(person, seen, slot));
    return slot;
  }

  /** Records a conflict: replaces {@code seen} with a block. */
  final Guard.Block block(Guard seen) {
    return block(seen, UUID.randomUUID());
  }

  final Guard.Block block(Guard seen, UUID setBy) {
    Guard.Block block = blockOver(seen, setBy);
    assertEquals(new Recorded.Done(), guards.recordConflict(person, seen, block));
    return block;
  }

  static Guard.Block blockOver(Guard seen, UUID setBy) {
    return new Guard.Block(
        seen.holder().withoutKey(), seen.order(), setBy, seen.expiresAt().plusSeconds(7));
  }

  static Order withOrderRef(Order order, String orderRef) {
    return new Order(
        order.participantId(), order.token(), orderRef, order.channel(), order.endUserIp());
  }

  static Order withToken(Order order, UUID token) {
    return new Order(
        order.participantId(), token, order.orderRef(), order.channel(), order.endUserIp());
  }
}
