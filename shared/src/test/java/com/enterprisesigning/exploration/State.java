package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.signing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a schedule has led: the world, each call, and what was seen on the way. */
final class State {
  /** How long a message stays with a consumer that does not delete it. */
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  private final World world;
  private final boolean verifies;
  private final List<Caller> callers;
  private final Observed observed;
  private final Bounds bounds;

  private State(
      World world, boolean verifies, List<Caller> callers, Observed observed, Bounds bounds) {
    this.world = world;
    this.verifies = verifies;
    this.callers = new ArrayList<>(callers);
    this.observed = observed;
    this.bounds = bounds;
  }

  /** Returns a beginning, where nothing was called and nothing has happened. */
  static State of(World world, boolean verifies) {
    return new State(world, verifies, List.of(), new Observed(world), Bounds.of(0));
  }

  /** Returns this state with these calls to be made, within the bounds. */
  State with(List<Caller> next, Bounds within) {
    return new State(world, verifies, next, observed.afresh(world), within);
  }

  /**
   * Returns this state without calls and with everything available again. Late requests never
   * arrive.
   */
  State calm() {
    State calm = after(new Choice.ComesBack());
    return calm.with(List.of(), Bounds.of(0));
  }

  /** Returns whether this step is the first call's next step. */
  boolean isBefore(String step) {
    return callers.getFirst().next().filter(next -> next.name().equals(step)).isPresent();
  }

  World world() {
    return world;
  }

  List<Caller> callers() {
    return List.copyOf(callers);
  }

  Observed observed() {
    return observed;
  }

  boolean verifies() {
    return verifies;
  }

  /** Returns whether no call can go on. */
  boolean isOver() {
    return callers.stream().noneMatch(this::canGoOn);
  }

  private boolean canGoOn(Caller caller) {
    boolean hasWork = caller.call().kind() != Call.Kind.FOLLOW_UP || world.queue().hasDue();
    return caller.isUnderWay() || (!caller.isDone() && hasWork);
  }

  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < callers.size(); i++) {
      if (canGoOn(callers.get(i)) && bounds.lets(i, callers)) {
        letGo(i, choices);
      }
    }
    for (int i = 0; i < world.late().size(); i++) {
      choices.add(new Choice.Arrives(i));
    }
    if (world.mayComeBack()) {
      choices.add(new Choice.ComesBack());
    }
    if (bounds.disturbances() > 0) {
      disturb(choices);
    }
    return choices;
  }

  private void letGo(int index, List<Choice> choices) {
    Caller caller = callers.get(index);
    choices.add(new Choice.Let(index, Fate.GOES_ON));
    if (bounds.disturbances() == 0) {
      return;
    }
    if (caller.isUnderWay()) {
      choices.add(new Choice.Let(index, Fate.DIES));
    }
    if (!world.isAway()) {
      Caller standing = caller.isUnderWay() ? caller : begin(world.copy(), caller);
      standing
          .next()
          .map(Step::faults)
          .orElse(List.of())
          .forEach(fault -> choices.add(new Choice.Let(index, fault)));
    }
  }

  private void disturb(List<Choice> choices) {
    for (Instant boundary : boundaries()) {
      if (callers.stream().flatMap(c -> c.killedAt().stream()).allMatch(boundary::isBefore)) {
        choices.add(new Choice.Turn(boundary));
      }
    }
    for (String order : world.bankId().running()) {
      if (world.bankId().order(order).state() == BankIdTwin.State.WAITS) {
        choices.add(new Choice.Phone(Choice.Act.OPENS, order));
      }
      choices.add(new Choice.Phone(Choice.Act.SIGNS, order));
      choices.add(new Choice.Phone(Choice.Act.REFUSES, order));
    }
    if (!world.isAway()) {
      choices.add(new Choice.TableGoesAway());
      choices.add(new Choice.BankIdGoesAway());
    }
  }

  /** Returns the times at which something ends or begins by itself. */
  private Set<Instant> boundaries() {
    TreeSet<Instant> boundaries = new TreeSet<>(world.bankId().boundaries());
    boundaries.addAll(world.queue().boundaries());
    world.guard().map(Guard::expiresAt).ifPresent(boundaries::add);
    for (Call.Who who : World.PLAYED) {
      Signing signing = world.signing(who);
      Stream.of(
              signing.collectedAt().map(at -> at.plus(World.TIMING.collectInterval())),
              signing.missingSince().map(at -> at.plus(Timing.MISSING_GRACE)),
              signing.attempt().map(attempt -> attempt.windowEnd()))
          .flatMap(Optional::stream)
          .forEach(boundaries::add);
    }
    return new TreeSet<>(boundaries.tailSet(world.now(), false));
  }

  /** Returns the state that this choice leads to. A state itself never changes. */
  State after(Choice choice) {
    State next =
        new State(world.copy(), verifies, callers, observed.copy(), bounds.after(choice, callers));
    List<String> running = next.world.bankId().running();
    next.make(choice);
    next.noteLapsed(running);
    next.killOverdue();
    next.observed.look(next.world, next.callers);
    return next;
  }

  private void make(Choice choice) {
    switch (choice) {
      case Choice.Let(int index, Fate fate) -> let(index, fate);
      case Choice.Turn(Instant to) -> {
        observed.learnedTooLate(isOver() ? List.of() : world.bankId().forgottenAt(to));
        world.turn(to);
        observed.history().happened(new History.Event.Turned(to));
      }
      case Choice.Phone(Choice.Act act, String order) -> {
        world.bankId().act(act, order);
        observed.history().happened(new History.Event.Acted(world.now(), act, order));
      }
      case Choice.TableGoesAway() -> {
        world.tableIsAway(true);
        observed.history().failed();
      }
      case Choice.BankIdGoesAway() -> {
        world.bankIdIsAway(true);
        observed.history().failed();
      }
      case Choice.ComesBack() -> {
        world.tableIsAway(false);
        world.bankIdIsAway(false);
      }
      case Choice.Arrives(int late) -> arrive(late);
    }
  }

  private void let(int index, Fate fate) {
    Caller caller = callers.get(index);
    switch (fate) {
      case GOES_ON -> {}
      case COMES_LATE -> observed.history().isLate(caller.name());
      case IS_SENT_AGAIN -> sentAgain(caller);
      default -> observed.history().failed();
    }
    if (fate == Fate.DIES) {
      end(index, caller.ended(new Caller.End.Died()));
      return;
    }
    Caller standing = caller.isUnderWay() ? caller : begin(world, caller);
    if (!caller.isUnderWay()) {
      observed.history().began(caller.name(), world.now());
    }
    standing.next().ifPresent(step -> observed.takes(step, world));
    BankIdTwin.Mark before = world.bankId().mark();
    Caller moved = standing.isDone() ? standing : Execution.step(world, verifies, standing, fate);
    observed.learned(caller.name(), fate, world.bankId().since(before));
    if (moved.isDone()) {
      end(index, moved);
    } else {
      callers.set(index, moved);
    }
  }

  private void sentAgain(Caller caller) {
    observed.history().failed();
    boolean isReservation = caller.next().filter(step -> step.name().equals("reserve")).isPresent();
    if (isReservation) {
      observed.history().reservedAgain(caller.name());
    }
  }

  private void arrive(int late) {
    BankIdTwin.Mark before = world.bankId().mark();
    String caller = world.late().get(late).caller();
    world.arrive(late);
    observed.learned(caller, Fate.COMES_LATE, world.bankId().since(before));
  }

  /** Begins a call in this world. A follow-up takes its message from the world's queue. */
  private Caller begin(World world, Caller caller) {
    boolean isFollowUp = caller.call().kind() == Call.Kind.FOLLOW_UP;
    Caller begun = caller.begun(world.now(), isFollowUp ? world.queue().take() : Optional.empty());
    return Execution.begin(world, verifies, begun);
  }

  private void end(int index, Caller caller) {
    callers.set(index, caller);
    observed.history().ended(caller.name(), world.now());
    observed.answered(caller);
    if (!(caller.end().orElseThrow() instanceof Caller.End.Answered)) {
      caller.message().ifPresent(message -> world.queue().send(message, List.of(VISIBILITY)));
    }
    observed.gone(caller, world);
  }

  private void noteLapsed(List<String> running) {
    for (String order : running) {
      BankIdTwin.Order standing = world.bankId().order(order);
      boolean hasLapsed =
          standing.hint() == HintCode.START_FAILED
              || standing.hint() == HintCode.EXPIRED_TRANSACTION;
      if (hasLapsed) {
        observed.history().happened(new History.Event.Lapsed(world.now(), order, standing.hint()));
      }
    }
  }

  private void killOverdue() {
    for (int i = 0; i < callers.size(); i++) {
      Caller caller = callers.get(i);
      if (caller.killedAt().filter(end -> !world.now().isBefore(end)).isPresent()) {
        end(i, caller.ended(new Caller.End.Died()));
      }
    }
  }

  /** Returns what can be seen from outside: the world, and what each call was answered. */
  String story() {
    StringBuilder text = new StringBuilder();
    world.describe(text, new Texts());
    callers.forEach(caller -> caller.describe(text));
    return text.toString();
  }

  /**
   * Returns the fingerprint of this state. States with the same fingerprint have the same futures.
   */
  Fingerprint fingerprint(Texts texts) {
    StringBuilder text = new StringBuilder(1_000);
    world.describe(text, texts);
    callers.forEach(caller -> caller.describe(text));
    observed.describe(text);
    bounds.describe(text);
    return Fingerprint.of(text);
  }
}
