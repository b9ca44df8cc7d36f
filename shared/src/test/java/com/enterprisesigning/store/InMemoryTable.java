package com.enterprisesigning.store;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The table in memory, the twin of the DynamoDB table. It passes the same contract suite. */
public final class InMemoryTable implements Guards, Signings, Processes, Evidences {
  private final Map<PersonKey, Guard> guards = new HashMap<>();

  /**
   * The token of the start that last set a slot or a block on the guard. It is kept until the guard
   * is freed, whichever start takes the guard (rule F5).
   */
  private final Map<PersonKey, UUID> setBy = new HashMap<>();

  private final Map<UUID, SigningProcess> processes = new HashMap<>();
  private final Map<UUID, ParticipantDetails> details = new HashMap<>();
  private final Map<UUID, Signing> signings = new HashMap<>();
  private final Map<UUID, Evidence> evidence = new HashMap<>();
  private final Map<String, Evidence> beside = new HashMap<>();

  /** Returns another table with the same contents. */
  public synchronized InMemoryTable copy() {
    InMemoryTable copy = new InMemoryTable();
    copy.guards.putAll(guards);
    copy.setBy.putAll(setBy);
    copy.processes.putAll(processes);
    copy.details.putAll(details);
    copy.signings.putAll(signings);
    copy.evidence.putAll(evidence);
    copy.beside.putAll(beside);
    return copy;
  }

  public Table ports() {
    return new Table(this, this, this, this);
  }

  @Override
  public synchronized Optional<Guard> guard(PersonKey person) {
    return Optional.ofNullable(guards.get(person));
  }

  @Override
  public synchronized Reserved reserve(PersonKey person, Contender contender, Instant now) {
    Optional<Guard> before = guard(person);
    if (before.isPresent() && !lets(before.get(), contender, now)) {
      return new Reserved.Held(before.get());
    }
    guards.put(
        person,
        new Guard.Lease(contender, now, now.plus(Timing.LEASE), before.flatMap(Guard::order)));
    return new Reserved.Taken(before);
  }

  private static boolean lets(Guard guard, Contender contender, Instant now) {
    return !guard.expiresAt().isAfter(now)
        || switch (guard) {
          case Guard.Slot slot ->
              contender.channel() == Channel.PHONE
                  || contender.endUserIp().equals(slot.holder().endUserIp());
          case Guard.Lease lease -> lease.holder().token().equals(contender.token());
          case Guard.Live live -> false;
          case Guard.Block block -> false;
        };
  }

  @Override
  public synchronized void release(PersonKey person, UUID token, Optional<Guard> before) {
    if (guards.get(person) instanceof Guard.Lease lease && lease.holder().token().equals(token)) {
      free(person);
      before.ifPresent(found -> guards.put(person, found));
      before.flatMap(InMemoryTable::setter).ifPresent(setter -> setBy.put(person, setter));
    }
  }

  @Override
  public synchronized boolean activate(
      PersonKey person, Guard.Live live, Attempt attempt, Optional<UUID> tokenRead) {
    Signing signing = signings.get(live.holder().participantId());
    Guard guard = guards.get(person);
    if (signing == null) {
      return false;
    }
    boolean guardIsMine =
        (guard instanceof Guard.Lease lease && lease.holder().token().equals(attempt.token()))
            || (guard instanceof Guard.Live mine && mine.running().token().equals(attempt.token()));
    boolean wasActivated = signing.token().equals(Optional.of(attempt.token()));
    boolean signingIsAsRead =
        signing.token().equals(tokenRead)
            && signing.status() != SigningStatus.COMPLETE
            && !signing.withdrawn();
    if (!guardIsMine || !(wasActivated || signingIsAsRead)) {
      return false;
    }
    if (!wasActivated) {
      guards.put(person, live);
      signings.put(signing.participantId(), signing.started(attempt));
    }
    return true;
  }

  @Override
  public synchronized Recorded recordConflict(PersonKey person, Guard seen, Guard leaves) {
    Guard standing = guards.get(person);
    UUID setter = setter(leaves).orElseThrow();
    if (setter.equals(setBy.get(person))) {
      return Recorded.DONE;
    }
    if (standing == null
        || standing.getClass() != seen.getClass()
        || !standing.holder().token().equals(seen.holder().token())
        || !standing.expiresAt().equals(seen.expiresAt())) {
      return Recorded.GUARD_MOVED;
    }
    if (seen instanceof Guard.Live live) {
      Signing loser = signings.get(live.running().participantId());
      boolean runs =
          loser.token().equals(Optional.of(live.running().token()))
              && (loser.status() == SigningStatus.INITIATED
                  || loser.status() == SigningStatus.PENDING);
      if (!runs) {
        return Recorded.ORDER_ABANDONED;
      }
      put(loser, SigningStatus.ENDING, loser.hint(), loser.missingSince());
    }
    guards.put(person, leaves);
    setBy.put(person, setter);
    return Recorded.DONE;
  }

  private static Optional<UUID> setter(Guard guard) {
    return switch (guard) {
      case Guard.Slot slot -> Optional.of(slot.setBy());
      case Guard.Block block -> Optional.of(block.setBy());
      case Guard.Lease lease -> Optional.empty();
      case Guard.Live live -> Optional.empty();
    };
  }

  private void free(PersonKey person) {
    guards.remove(person);
    setBy.remove(person);
  }

  @Override
  public synchronized void freeOrder(PersonKey person, Order order) {
    if (guards.get(person) instanceof Guard.Live live && live.running().equals(order)) {
      free(person);
    }
  }

  @Override
  public synchronized boolean leaveSlot(PersonKey person, Order order, Instant now) {
    Guard guard = guards.get(person);
    if (guard instanceof Guard.Slot slot && slot.setBy().equals(order.token())) {
      return slot.expiresAt().isAfter(now);
    }
    if (guard instanceof Guard.Live live
        && live.running().equals(order)
        && live.expiresAt().isAfter(now)) {
      guards.put(
          person,
          new Guard.Slot(
              live.holder().withoutKey(), Optional.of(order), order.token(), live.expiresAt()));
      setBy.put(person, order.token());
      return true;
    }
    return false;
  }

  @Override
  public synchronized Optional<Guard> freeOrderOrSlot(
      PersonKey person, UUID participantId, Optional<UUID> token) {
    boolean frees =
        switch (guards.get(person)) {
          case Guard.Live live -> token.equals(Optional.of(live.holder().token()));
          case Guard.Slot slot ->
              slot.holder().participantId().equals(participantId)
                  && slot.order()
                      .map(order -> order.participantId().equals(participantId))
                      .orElse(true);
          case Guard.Lease lease -> false;
          case Guard.Block block -> false;
          case null -> false;
        };
    if (frees) {
      free(person);
    }
    return guard(person);
  }

  @Override
  public synchronized void endSlot(PersonKey person, Guard.Slot slot, Instant now) {
    boolean stands =
        guards.get(person) instanceof Guard.Slot standing
            && standing.holder().token().equals(slot.holder().token())
            && standing.setBy().equals(slot.setBy())
            && standing.expiresAt().isAfter(now);
    if (stands) {
      guards.put(person, new Guard.Slot(slot.holder(), slot.order(), slot.setBy(), now));
    }
  }

  @Override
  public synchronized Optional<Participant> participant(UUID participantId) {
    return details(participantId).map(found -> new Participant(found, signings.get(participantId)));
  }

  @Override
  public synchronized Optional<ParticipantDetails> details(UUID participantId) {
    return Optional.ofNullable(details.get(participantId));
  }

  @Override
  public synchronized Optional<Signing> signing(UUID participantId) {
    return Optional.ofNullable(signings.get(participantId));
  }

  @Override
  public synchronized List<Signing> signings(List<UUID> participantIds) {
    return participantIds.stream().filter(signings::containsKey).map(signings::get).toList();
  }

  @Override
  public synchronized Claimed claim(
      UUID participantId, String client, Instant now, Duration interval) {
    Signing signing = signings.get(participantId);
    if (signing == null || !signing.client().equals(client)) {
      return new Claimed.Unknown();
    }
    boolean isDue =
        signing.collectedAt().map(last -> !last.isAfter(now.minus(interval))).orElse(true);
    if (!isRunning(signing) || !isDue) {
      return new Claimed.Lost(signing);
    }
    Signing claimed =
        new Signing(
            participantId,
            client,
            signing.processId(),
            signing.personKey(),
            signing.status(),
            signing.hint(),
            signing.attempt(),
            Optional.of(now),
            signing.missingSince(),
            signing.withdrawn(),
            signing.signedAt());
    signings.put(participantId, claimed);
    return new Claimed.Won(claimed);
  }

  @Override
  public synchronized boolean pend(UUID participantId, UUID token, HintCode hint) {
    Optional<Signing> running = carrying(participantId, token).filter(InMemoryTable::isRunning);
    running.ifPresent(
        signing -> put(signing, SigningStatus.PENDING, Optional.of(hint), Optional.empty()));
    return running.isPresent();
  }

  @Override
  public synchronized boolean fail(UUID participantId, UUID token, HintCode hint) {
    Optional<Signing> unsettled =
        carrying(participantId, token)
            .filter(signing ->
                signing.status().isUnsettled()
                    || (signing.status() == SigningStatus.FAILED
                        && signing.hint().equals(Optional.of(hint))));
    unsettled.ifPresent(
        signing -> put(signing, SigningStatus.FAILED, Optional.of(hint), Optional.empty()));
    return unsettled.isPresent();
  }

  @Override
  public synchronized Optional<Signing> miss(UUID participantId, UUID token, Instant now) {
    carrying(participantId, token)
        .filter(InMemoryTable::isRunning)
        .filter(signing -> signing.missingSince().isEmpty())
        .ifPresent(signing -> put(signing, signing.status(), signing.hint(), Optional.of(now)));
    return signing(participantId);
  }

  @Override
  public synchronized boolean giveUp(UUID participantId, UUID token, Instant missingSince) {
    Optional<Signing> missing =
        carrying(participantId, token)
            .filter(
                signing -> isRunning(signing) || signing.status() == SigningStatus.COLLECT_ERROR)
            .filter(signing -> signing.missingSince().equals(Optional.of(missingSince)));
    missing.ifPresent(signing ->
        put(signing, SigningStatus.COLLECT_ERROR, Optional.empty(), signing.missingSince()));
    return missing.isPresent();
  }

  @Override
  public synchronized Optional<SigningProcess> register(
      SigningProcess process, List<ParticipantDetails> participants) {
    SigningProcess standing = processes.get(process.id());
    if (standing == null) {
      if (participants.stream().anyMatch(taken -> signings.containsKey(taken.participantId()))) {
        throw new StoreUnavailable("a participant id is taken", null);
      }
      processes.put(process.id(), process);
      for (ParticipantDetails participant : participants) {
        details.put(participant.participantId(), participant);
        signings.put(participant.participantId(), Signing.created(participant));
      }
    }
    return Optional.ofNullable(standing);
  }

  @Override
  public synchronized Optional<SigningProcess> process(UUID processId) {
    return Optional.ofNullable(processes.get(processId));
  }

  @Override
  public synchronized void withdraw(SigningProcess process) {
    processes.computeIfPresent(
        process.id(),
        (same, standing) ->
            new SigningProcess(
                standing.id(),
                standing.client(),
                standing.reference(),
                standing.participantIds(),
                standing.expiresAt(),
                true,
                standing.requestDigest()));
    for (UUID id : process.participantIds()) {
      signings.computeIfPresent(
          id,
          (same, signing) ->
              new Signing(
                  id,
                  signing.client(),
                  signing.processId(),
                  signing.personKey(),
                  signing.status(),
                  signing.hint(),
                  signing.attempt(),
                  signing.collectedAt(),
                  signing.missingSince(),
                  true,
                  signing.signedAt()));
    }
  }

  @Override
  public synchronized Stored complete(Evidence evidence, Optional<UUID> tokenStanding) {
    Order order = evidence.order();
    Signing signing = signings.get(evidence.participantId());
    boolean isThisOne =
        signing.status() == SigningStatus.COMPLETE
            && signing.order().map(Order::orderRef).equals(Optional.of(order.orderRef()));
    if (isThisOne) {
      return new Stored.Already();
    }
    if (signing.status() == SigningStatus.COMPLETE || !signing.token().equals(tokenStanding)) {
      return new Stored.Refused(signing);
    }
    this.evidence.put(evidence.participantId(), evidence);
    Attempt completed =
        new Attempt(
            order.token(),
            order.channel(),
            order.endUserIp(),
            order.orderRef(),
            Optional.empty(),
            signing.attempt().map(Attempt::startedAt).orElse(evidence.storedAt()),
            signing.attempt().map(Attempt::windowEnd).orElse(evidence.storedAt()));
    signings.put(
        signing.participantId(),
        new Signing(
            signing.participantId(),
            signing.client(),
            signing.processId(),
            signing.personKey(),
            SigningStatus.COMPLETE,
            Optional.empty(),
            Optional.of(completed),
            signing.collectedAt(),
            Optional.empty(),
            signing.withdrawn(),
            Optional.of(evidence.signedAt())));
    return new Stored.Done();
  }

  @Override
  public synchronized Stored reject(Evidence evidence) {
    if (beside.containsKey(besideKey(evidence))) {
      return new Stored.Already();
    }
    Optional<Signing> standing =
        carrying(evidence.participantId(), evidence.order().token())
            .filter(signing -> signing.status() != SigningStatus.COMPLETE);
    if (standing.isEmpty()) {
      return new Stored.Refused(signings.get(evidence.participantId()));
    }
    keepBeside(evidence);
    put(standing.get(), SigningStatus.COLLECT_ERROR, Optional.empty(), Optional.empty());
    return new Stored.Done();
  }

  @Override
  public synchronized boolean keepBeside(Evidence evidence) {
    Evidence kept = beside.putIfAbsent(besideKey(evidence), evidence);
    return kept == null || kept.storedAt().equals(evidence.storedAt());
  }

  private static String besideKey(Evidence evidence) {
    return evidence.participantId() + "#" + evidence.completion().orderRef();
  }

  @Override
  public void forEachBeside(Consumer<Evidence> consumer) {
    List<Evidence> kept;
    synchronized (this) {
      kept = List.copyOf(beside.values());
    }
    kept.forEach(consumer);
  }

  @Override
  public synchronized Optional<Evidence> evidence(UUID participantId) {
    return Optional.ofNullable(evidence.get(participantId))
        .or(() ->
            beside.values().stream()
                .filter(kept -> kept.participantId().equals(participantId))
                .max(Comparator.comparing(Evidence::storedAt)));
  }

  /** Returns whether a completion of this order is kept, as the evidence or beside it. */
  public synchronized boolean keeps(UUID participantId, String orderRef) {
    Evidence kept = evidence.get(participantId);
    return (kept != null && kept.completion().orderRef().equals(orderRef))
        || beside.containsKey(participantId + "#" + orderRef);
  }

  private Optional<Signing> carrying(UUID participantId, UUID token) {
    return signing(participantId).filter(signing -> signing.token().equals(Optional.of(token)));
  }

  private static boolean isRunning(Signing signing) {
    return signing.status() == SigningStatus.INITIATED || signing.status() == SigningStatus.PENDING;
  }

  private void put(
      Signing signing,
      SigningStatus status,
      Optional<HintCode> hint,
      Optional<Instant> missingSince) {
    signings.put(
        signing.participantId(),
        new Signing(
            signing.participantId(),
            signing.client(),
            signing.processId(),
            signing.personKey(),
            status,
            hint,
            signing.attempt(),
            signing.collectedAt(),
            missingSince,
            signing.withdrawn(),
            signing.signedAt()));
  }
}
