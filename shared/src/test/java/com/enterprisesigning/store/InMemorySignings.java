package com.enterprisesigning.store;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The participants and their signings in memory. */
public final class InMemorySignings implements Signings {
  private final Map<UUID, ParticipantDetails> details = new HashMap<>();
  private final Map<UUID, Signing> signings = new HashMap<>();

  InMemorySignings copy() {
    InMemorySignings copy = new InMemorySignings();
    copy.details.putAll(details);
    copy.signings.putAll(signings);
    return copy;
  }

  @Override
  public Optional<Participant> participant(UUID participantId) {
    return details(participantId).map(found -> new Participant(found, signings.get(participantId)));
  }

  @Override
  public Optional<ParticipantDetails> details(UUID participantId) {
    return Optional.ofNullable(details.get(participantId));
  }

  @Override
  public Optional<Signing> signing(UUID participantId) {
    return Optional.ofNullable(signings.get(participantId));
  }

  @Override
  public List<Signing> signings(List<UUID> participantIds) {
    return participantIds.stream().filter(signings::containsKey).map(signings::get).toList();
  }

  Stream<UUID> participantsOf(PersonKey person, PersonalNumber number) {
    return Stream.concat(
        details.values().stream()
            .filter(
                found -> found.personKey().equals(person) || found.personalNumber().equals(number))
            .map(ParticipantDetails::participantId),
        signings.values().stream()
            .filter(found -> found.personKey().equals(person))
            .map(Signing::participantId));
  }

  @Override
  public Claimed claim(UUID participantId, String client, Instant now, Duration interval) {
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
  public boolean pend(UUID participantId, UUID token, HintCode hint) {
    Optional<Signing> running = carrying(participantId, token).filter(InMemorySignings::isRunning);
    running.ifPresent(
        signing -> put(signing, SigningStatus.PENDING, Optional.of(hint), Optional.empty()));
    return running.isPresent();
  }

  @Override
  public boolean fail(UUID participantId, UUID token, HintCode hint) {
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
  public Optional<Signing> miss(UUID participantId, UUID token, Instant now) {
    carrying(participantId, token)
        .filter(InMemorySignings::isRunning)
        .filter(signing -> signing.missingSince().isEmpty())
        .ifPresent(signing -> put(signing, signing.status(), signing.hint(), Optional.of(now)));
    return signing(participantId);
  }

  @Override
  public boolean giveUp(UUID participantId, UUID token, Instant missingSince) {
    Optional<Signing> missing =
        carrying(participantId, token)
            .filter(
                signing -> isRunning(signing) || signing.status() == SigningStatus.COLLECT_ERROR)
            .filter(signing -> signing.missingSince().equals(Optional.of(missingSince)));
    missing.ifPresent(signing ->
        put(signing, SigningStatus.COLLECT_ERROR, Optional.empty(), signing.missingSince()));
    return missing.isPresent();
  }

  void create(ParticipantDetails participant) {
    details.put(participant.participantId(), participant);
    signings.put(participant.participantId(), Signing.created(participant));
  }

  void withdraw(UUID participantId) {
    signings.computeIfPresent(
        participantId,
        (same, signing) ->
            new Signing(
                participantId,
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

  /** Returns null if there is no such participant. */
  Signing get(UUID participantId) {
    return signings.get(participantId);
  }

  void put(Signing signing) {
    signings.put(signing.participantId(), signing);
  }

  Optional<Signing> carrying(UUID participantId, UUID token) {
    return signing(participantId).filter(signing -> signing.token().equals(Optional.of(token)));
  }

  private static boolean isRunning(Signing signing) {
    return signing.status() == SigningStatus.INITIATED || signing.status() == SigningStatus.PENDING;
  }

  void put(
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
