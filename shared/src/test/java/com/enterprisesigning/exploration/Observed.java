package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.signing.CompletionLost;
import com.enterprisesigning.signing.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen on the way to a state and cannot be read from the state itself. */
final class Observed {
  private final Set<String> wasSole = new TreeSet<>();
  private final Set<String> dead = new TreeSet<>();
  private final Map<String, Set<String>> holds = new TreeMap<>();
  private final Set<String> lost = new TreeSet<>();
  private final Set<Call.Who> complete = EnumSet.noneOf(Call.Who.class);
  private final History history;
  private Optional<Guard> guard;

  Observed(World world) {
    this.history = new History();
    this.guard = world.guard();
  }

  private Observed(Observed other) {
    wasSole.addAll(other.wasSole);
    dead.addAll(other.dead);
    other.holds.forEach((caller, orders) -> holds.put(caller, new TreeSet<>(orders)));
    lost.addAll(other.lost);
    complete.addAll(other.complete);
    this.history = other.history.copy();
    this.guard = other.guard;
  }

  /**
   * Returns the same knowledge of lost orders, dead callers and failures, with nothing else seen.
   */
  Observed afresh(World world) {
    Observed afresh = new Observed(world);
    afresh.lost.addAll(lost);
    afresh.dead.addAll(dead);
    if (history.isFaulty()) {
      afresh.history.failed();
    }
    return afresh;
  }

  Observed copy() {
    return new Observed(this);
  }

  History history() {
    return history;
  }

  /** Checks invariant 2: the order of a start that was answered 200 was once the only one. */
  void answered(Caller caller) {
    boolean isStarted =
        caller.end().orElseThrow()
                instanceof Caller.End.Answered(Outcome.Answered<?>(Signing signing))
            && caller.call().kind().isStart()
            && signing.token().equals(Optional.of(Execution.token(caller.name())));
    if (isStarted && !wasSole.contains(caller.name())) {
      throw new Violation("invariant 2", caller.name() + " was told 200 beside another order");
    }
  }

  /** Records signatures as lost, because nobody asked BankID for them within three minutes. */
  void learnedTooLate(List<String> orders) {
    lost.addAll(orders);
  }

  /**
   * Returns the orders that only one caller knew of, and that were lost with it, or whose create or
   * only hand-out was lost on the way. These are the residual windows of invariant 3, which no
   * protocol can close.
   */
  Set<String> lost() {
    return lost;
  }

  /**
   * Records what a caller alone knows from its step: an order created, or a completion handed out.
   */
  void learned(String caller, Fate fate, List<String> orders) {
    if (fate == Fate.GOES_ON) {
      holds.computeIfAbsent(caller, it -> new TreeSet<>()).addAll(orders);
    } else {
      lost.addAll(orders);
    }
  }

  /**
   * Records that a caller has ended. If it died, or lost a completion, what only this caller knew
   * is lost.
   */
  void gone(Caller caller, World world) {
    Caller.End end = caller.end().orElseThrow();
    if (!(end instanceof Caller.End.Answered)) {
      dead.add(caller.name());
    }
    boolean forgets =
        end instanceof Caller.End.Died
            || (end instanceof Caller.End.Failed(RuntimeException e)
                && e instanceof CompletionLost);
    if (forgets) {
      holds.getOrDefault(caller.name(), Set.of()).stream()
          .filter(order -> !isKnown(order, world))
          .forEach(lost::add);
    }
    holds.remove(caller.name());
  }

  private static boolean isKnown(String order, World world) {
    return world.bankId().handedOut().contains(order)
        ? isKept(order, world)
        : world.queue().hasHeardOf(order);
  }

  private static boolean isKept(String order, World world) {
    return world.hasUnfinished(order) || world.keeps(order) || world.queue().hasCompletionOf(order);
  }

  /**
   * Checks invariant 4 at a step: a caller that was handed a completion first keeps it, and does
   * nothing else before the table or the queue has it.
   */
  void takes(Step step, World world) {
    boolean keeps = step.name().equals("keep") || step.isQueues() || step.isPause();
    for (String order : holds.getOrDefault(step.caller(), Set.of())) {
      boolean isHandedOut = world.bankId().handedOut().contains(order) && !lost.contains(order);
      if (isHandedOut && !isKept(order, world) && !keeps) {
        throw new Violation("invariant 4", step.name() + " came before " + order + " was kept");
      }
    }
  }

  /**
   * Checks invariants 1, 4 and 5 in the state that a choice has led to, and remembers what
   * invariant 2 needs.
   */
  void look(World world, List<Caller> callers) {
    List<String> answerable = answerable(world);
    if (answerable.size() > 1) {
      throw new Violation("invariant 1", "answerable at once: " + answerable);
    }
    lookForSole(world, callers);
    lookAtCompletions(world);
    lookAtBlock(world);
  }

  private static List<String> answerable(World world) {
    List<String> answerable = new ArrayList<>();
    for (Call.Who who : World.PLAYED) {
      Signing signing = world.signing(who);
      signing
          .attempt()
          .filter(attempt -> isAnswerable(signing))
          .filter(attempt -> world.now().isBefore(attempt.windowEnd()))
          .filter(attempt -> world.bankId().order(attempt.orderRef()).runs())
          .ifPresent(attempt -> answerable.add(attempt.orderRef()));
    }
    return answerable;
  }

  private static boolean isAnswerable(Signing signing) {
    return signing.status() == SigningStatus.INITIATED || signing.status() == SigningStatus.PENDING;
  }

  /**
   * Remembers each start whose order is the only one. Other orders may run alongside it: that of a
   * start in flight, which will end it, that of a start that died or left its end to the follow-up,
   * and an order that nobody knows of.
   */
  private void lookForSole(World world, List<Caller> callers) {
    Set<String> counting = new TreeSet<>();
    world.bankId().running().stream()
        .filter(order -> !lost.contains(order))
        .filter(order -> !world.queue().hasEndOf(order))
        .map(BankIdTwin::maker)
        .filter(maker -> !dead.contains(maker))
        .forEach(counting::add);
    for (Caller caller : callers) {
      boolean isSole =
          caller.isUnderWay()
              && counting.contains(caller.name())
              && counting.stream()
                  .filter(maker -> !maker.equals(caller.name()))
                  .allMatch(maker -> isUnderWay(maker, callers));
      if (isSole) {
        wasSole.add(caller.name());
      }
    }
  }

  private static boolean isUnderWay(String maker, List<Caller> callers) {
    return callers.stream().anyMatch(caller -> caller.name().equals(maker) && caller.isUnderWay());
  }

  private void lookAtCompletions(World world) {
    for (Call.Who who : World.PLAYED) {
      boolean isComplete = world.signing(who).status() == SigningStatus.COMPLETE;
      if (!isComplete && complete.contains(who)) {
        throw new Violation("invariant 4", who + " has left COMPLETE");
      }
      if (isComplete) {
        complete.add(who);
      }
    }
  }

  private void lookAtBlock(World world) {
    Optional<Guard> now = world.guard();
    boolean wasBlocked =
        guard.isPresent()
            && guard.get() instanceof Guard.Block block
            && world.now().isBefore(block.expiresAt());
    if (wasBlocked && !now.equals(guard)) {
      throw new Violation("invariant 5", guard.get() + " became " + now);
    }
    guard = now;
  }

  void describe(StringBuilder text) {
    text.append(wasSole).append(dead).append(lost).append(complete);
    text.append(holds);
    history.describe(text);
  }
}
