package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.store.Table;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.MutableClock;

/**
 * What all calls share: the table, the queue, BankID and the time, for one person with two
 * participants.
 */
final class World {
  static final PersonalNumber PERSON = new PersonalNumber("189001019802");

  /** How many steps fail in the longest outage that ends while calls are under way. */
  private static final int LONGEST_SHORT_OUTAGE = Integer.getInteger("outage", 2);

  static final PersonKey PERSON_KEY = Samples.PERSON_KEYS.keyOf(PERSON);

  static final Timing TIMING =
      new Timing(
          Duration.ofMinutes(3),
          Duration.ofMillis(1800),
          Duration.ofDays(3650),
          List.of(Duration.ofSeconds(95), Duration.ofSeconds(185)));

  static final ConflictRules RULES =
      new ConflictRules(TIMING.signingWindow(), Duration.ofMinutes(3), Duration.ofMinutes(1));

  /**
   * The participants that calls are made for. The third participant only starts when all is over.
   */
  static final List<Call.Who> PLAYED = List.of(Call.Who.P1, Call.Who.P2);

  private final MutableClock clock;
  private final Store store;
  private final BankIdTwin bankId;
  private final QueueTwin queue;
  private final List<Step> late;
  private final Map<Call.Who, ParticipantDetails> participants;
  private boolean isTableAway;
  private boolean isBankIdAway;
  private int failedWhileAway;

  World(
      Instant begin,
      Store store,
      boolean killsBoth,
      Map<Call.Who, ParticipantDetails> participants) {
    this.clock = MutableClock.of(begin, ZoneOffset.UTC);
    this.store = store;
    this.bankId = BankIdTwin.empty(clock, killsBoth);
    this.queue = QueueTwin.empty(clock);
    this.late = new ArrayList<>();
    this.participants = participants;
  }

  private World(World other) {
    this.clock = MutableClock.of(other.now(), ZoneOffset.UTC);
    this.store = other.store.copy();
    this.bankId = other.bankId.copy(clock);
    this.queue = other.queue.copy(clock);
    this.late = new ArrayList<>(other.late);
    this.participants = other.participants;
    this.isTableAway = other.isTableAway;
    this.isBankIdAway = other.isBankIdAway;
    this.failedWhileAway = other.failedWhileAway;
  }

  World copy() {
    return new World(this);
  }

  Instant now() {
    return clock.instant();
  }

  void turn(Instant to) {
    clock.setInstant(to);
  }

  Table table() {
    return store.ports();
  }

  BankIdTwin bankId() {
    return bankId;
  }

  QueueTwin queue() {
    return queue;
  }

  Map<Call.Who, ParticipantDetails> participants() {
    return participants;
  }

  Signing signing(Call.Who who) {
    return table().signings().signing(participants.get(who).participantId()).orElseThrow();
  }

  Optional<Guard> guard() {
    return table().guards().guard(PERSON_KEY);
  }

  Optional<Evidence> evidence(Call.Who who) {
    return table().evidences().evidence(participants.get(who).participantId());
  }

  /**
   * Returns whether a completion of this order is kept, as the participant's evidence or beside it.
   */
  boolean keeps(String orderRef) {
    return store.beside().contains(orderRef)
        || PLAYED.stream()
            .flatMap(who -> evidence(who).stream())
            .anyMatch(kept -> kept.completion().orderRef().equals(orderRef));
  }

  /** Returns whether what BankID handed out for this order is kept, and has no evidence yet. */
  boolean hasUnfinished(String orderRef) {
    return PLAYED.stream()
        .map(who -> participants.get(who).participantId())
        .anyMatch(id -> table().evidences().unfinished(id, orderRef).isPresent());
  }

  boolean isAway() {
    return isTableAway || isBankIdAway;
  }

  /**
   * Returns whether the table or BankID is away and may come back while calls are under way. An
   * outage that outlasts a few steps outlasts all calls: later tries of a call are like the first
   * ones.
   */
  boolean mayComeBack() {
    return isAway() && failedWhileAway <= LONGEST_SHORT_OUTAGE;
  }

  void tableIsAway(boolean away) {
    isTableAway = away;
    failedWhileAway = 0;
  }

  void bankIdIsAway(boolean away) {
    isBankIdAway = away;
    failedWhileAway = 0;
  }

  List<Step> late() {
    return List.copyOf(late);
  }

  /** Carries out a request that its caller has given up on. */
  void arrive(int index) {
    try {
      invoke(late.remove(index));
    } catch (StoreUnavailable | QueueUnavailable e) {
      throw new IllegalStateException("the twins are never away by themselves", e);
    }
  }

  /**
   * Makes a step.
   *
   * @return the reply to its caller; empty if the request is sent again
   */
  Optional<Reply> make(Step step, Fate fate) {
    boolean isAway = (step.isTables() && isTableAway) || (step.isBankIds() && isBankIdAway);
    if (isAway && mayComeBack()) {
      failedWhileAway++;
    }
    return switch (isAway ? Fate.REQUEST_IS_LOST : fate) {
      case GOES_ON -> Optional.of(Reply.of(step, invoke(step), now()));
      case REQUEST_IS_LOST -> Optional.of(lost(step));
      case REPLY_IS_LOST -> {
        invoke(step);
        yield Optional.of(lost(step));
      }
      case COMES_LATE -> {
        late.add(step);
        yield Optional.of(lost(step));
      }
      case IS_SENT_AGAIN -> {
        invoke(step);
        clock.add(Duration.ofMillis(900));
        yield Optional.empty();
      }
      case IS_REFUSED ->
          Optional.of(Reply.of(step, new BankId.Created.Refused(Silence.MAINTENANCE), now()));
      case DIES -> throw new IllegalArgumentException("a dead caller cannot take a step");
    };
  }

  private Reply lost(Step step) {
    clock.add(Silence.waitedFor(step));
    if (step.isTables()) {
      return Reply.thrown(step, new StoreUnavailable("nothing came back", null), now());
    }
    return step.isQueues()
        ? Reply.thrown(step, new QueueUnavailable("nothing came back", null), now())
        : Reply.of(step, Silence.of(step), now());
  }

  private Object invoke(Step step) {
    bankId.asCalledBy(step.caller());
    try {
      return step.method().invoke(target(step), step.arguments().toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object target(Step step) {
    if (step.isBankIds()) {
      return bankId;
    }
    if (step.isQueues()) {
      return queue;
    }
    Pause waiting = clock::add;
    return step.isTables() ? store.port(step.port()) : waiting;
  }

  void describe(StringBuilder text, Texts texts) {
    text.append(now().toEpochMilli()).append(isTableAway).append(isBankIdAway);
    text.append(failedWhileAway);
    text.append(texts.of(guard()));
    for (Call.Who who : PLAYED) {
      text.append(texts.of(signing(who)));
      evidence(who)
          .ifPresent(kept ->
              text.append(texts.of(kept.order()))
                  .append(kept.verdict().isVerified())
                  .append(kept.storedAt().toEpochMilli()));
    }
    text.append(store.beside());
    bankId.handedOut().stream().filter(this::hasUnfinished).sorted().forEach(text::append);
    bankId.describe(text);
    queue.describe(text);
    late.forEach(step -> text.append(step.caller()).append(step.name()));
  }
}
