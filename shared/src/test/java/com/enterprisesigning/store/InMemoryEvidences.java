package com.enterprisesigning.store;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The evidence in memory. */
public final class InMemoryEvidences implements Evidences {
  private final InMemorySignings signings;
  private final Map<UUID, Evidence> evidence = new HashMap<>();
  private final Map<String, Evidence> beside = new HashMap<>();
  private final Map<String, HandedOut> handedOut = new HashMap<>();
  private final Map<String, TimeStamp> timeStamps = new HashMap<>();

  InMemoryEvidences(InMemorySignings signings) {
    this.signings = signings;
  }

  InMemoryEvidences copy(InMemorySignings signings) {
    InMemoryEvidences copy = new InMemoryEvidences(signings);
    copy.evidence.putAll(evidence);
    copy.beside.putAll(beside);
    copy.handedOut.putAll(handedOut);
    copy.timeStamps.putAll(timeStamps);
    return copy;
  }

  @Override
  public HandedOut keep(HandedOut handedOut) {
    Order order = handedOut.order();
    String key = order.participantId() + "#" + order.orderRef();
    this.handedOut.putIfAbsent(key, handedOut);
    return this.handedOut.get(key);
  }

  @Override
  public void keepUntil(UUID participantId, String orderRef, Instant until) {
    handedOut.computeIfPresent(
        participantId + "#" + orderRef,
        (key, kept) -> until.isAfter(kept.keptUntil()) ? kept.until(until) : kept);
  }

  @Override
  public Optional<HandedOut> unfinished(UUID participantId, String orderRef) {
    return Optional.ofNullable(handedOut.get(participantId + "#" + orderRef))
        .filter(kept -> !keeps(participantId, orderRef));
  }

  @Override
  public Stored complete(Evidence evidence, Optional<UUID> tokenStanding) {
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
  public Stored reject(Evidence evidence) {
    if (beside.containsKey(besideKey(evidence))) {
      return new Stored.Already();
    }
    Optional<Signing> standing =
        signings
            .carrying(evidence.participantId(), evidence.order().token())
            .filter(signing -> signing.status() != SigningStatus.COMPLETE);
    if (standing.isEmpty()) {
      return new Stored.Refused(signings.get(evidence.participantId()));
    }
    storeBeside(evidence);
    signings.put(standing.get(), SigningStatus.COLLECT_ERROR, Optional.empty(), Optional.empty());
    return new Stored.Done();
  }

  @Override
  public boolean storeBeside(Evidence evidence) {
    Evidence kept = beside.putIfAbsent(besideKey(evidence), evidence);
    return kept == null || kept.storedAt().equals(evidence.storedAt());
  }

  @Override
  public boolean stamp(Evidence evidence, TimeStamp timeStamp) {
    return timeStamps.computeIfAbsent(besideKey(evidence), key -> timeStamp).equals(timeStamp);
  }

  private static String besideKey(Evidence evidence) {
    return evidence.participantId() + "#" + evidence.completion().orderRef();
  }

  @Override
  public void forEachBeside(Consumer<FiledEvidence> consumer) {
    List.copyOf(beside.values()).forEach(kept -> consumer.accept(filed(kept)));
  }

  @Override
  public List<String> unfinished(UUID participantId) {
    List<String> orders = new ArrayList<>();
    forEachUnfinished((participant, orderRef) -> {
      if (participant.equals(participantId)) {
        orders.add(orderRef);
      }
    });
    return orders;
  }

  @Override
  public void forEachUnfinished(BiConsumer<UUID, String> participantAndOrderRef) {
    List.copyOf(handedOut.values()).stream()
        .map(HandedOut::order)
        .filter(order -> !keeps(order.participantId(), order.orderRef()))
        .forEach(order -> participantAndOrderRef.accept(order.participantId(), order.orderRef()));
  }

  @Override
  public Set<UUID> participantsOf(PersonKey person, PersonalNumber number) {
    Stream<UUID> signed =
        handedOut.values().stream()
            .filter(kept -> kept.person().equals(person) || isSignedBy(number, kept.completion()))
            .map(kept -> kept.order().participantId());
    Stream<UUID> filed =
        Stream.concat(evidence.values().stream(), beside.values().stream())
            .filter(kept ->
                kept.person().equals(person)
                    || kept.signer().equals(number)
                    || isSignedBy(number, kept.completion()))
            .map(Evidence::participantId);
    return Stream.of(signings.participantsOf(person, number), signed, filed)
        .flatMap(Function.identity())
        .collect(Collectors.toSet());
  }

  private static boolean isSignedBy(PersonalNumber number, Completion completion) {
    return completion.user().personalNumber().equals(number.digits());
  }

  @Override
  public List<FiledEvidence> all(UUID participantId) {
    return Stream.concat(
            Stream.ofNullable(evidence.get(participantId)),
            beside.values().stream()
                .filter(kept -> kept.participantId().equals(participantId))
                .sorted(Comparator.comparing(Evidence::storedAt).reversed()))
        .map(this::filed)
        .toList();
  }

  private FiledEvidence filed(Evidence evidence) {
    return new FiledEvidence(
        evidence.order().orderRef(),
        evidence.client(),
        evidence.keptUntil(),
        () -> evidence,
        () -> Optional.ofNullable(timeStamps.get(besideKey(evidence))));
  }

  /** Returns whether a completion of this order is kept, as the evidence or beside it. */
  public boolean keeps(UUID participantId, String orderRef) {
    Evidence kept = evidence.get(participantId);
    return (kept != null && kept.completion().orderRef().equals(orderRef))
        || beside.containsKey(participantId + "#" + orderRef);
  }
}
