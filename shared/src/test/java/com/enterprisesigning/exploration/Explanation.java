package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for an order in which the calls, made one after the other, explain what happened
 * (linearizability). In this order, each call may get the answer that it got, and the person ends
 * up as the table shows. Calls keep their places between the events, and a call that ended before
 * another began comes first.
 */
final class Explanation {
  private final Person person;
  private final World world;
  private final List<History.Event> events;
  private final List<Told> calls;
  private final Set<String> lost;
  private final boolean verifies;
  private final boolean isFaulty;
  private final Specification specification;
  private final Set<Object> tried = new HashSet<>();

  private Explanation(Person person, State end) {
    this.person = person;
    History history = end.observed().history();
    this.world = end.world();
    this.events = history.events();
    this.calls = calls(end.callers(), history);
    this.lost = end.observed().lost();
    this.verifies = end.verifies();
    this.isFaulty = history.isFaulty();
    this.specification =
        new Specification(isFaulty, world.bankId().killsBoth(), blockEnds(world, calls));
  }

  /**
   * Looks for such an order.
   *
   * @throws Violation if there is none
   */
  static void find(Person beginning, State end) {
    Explanation explanation = new Explanation(beginning, end);
    if (!explanation.isFound(beginning, 0, List.of(), Instant.MIN)) {
      throw new Violation("section 3", "no order of the calls explains what they were told");
    }
  }

  private static List<Told> calls(List<Caller> callers, History history) {
    Map<String, History.Span> spans = history.spans();
    List<Told> calls = new ArrayList<>();
    for (Caller caller : callers) {
      History.Span span = spans.get(caller.name());
      if (span != null && !(caller.end().orElseThrow() instanceof Caller.End.HadNothingToDo)) {
        boolean isOverlapped =
            spans.entrySet().stream()
                .filter(other -> !other.getKey().equals(caller.name()))
                .anyMatch(other -> span.overlaps(caller.name(), other.getKey(), other.getValue()));
        Told told = new Told(caller, span, isOverlapped, history.endedDuring(span));
        calls.add(told);
        if (history.wasReservedAgain(caller.name()) || (isCancel(caller) && isOverlapped)) {
          calls.add(told.earlier());
        }
      }
    }
    return calls;
  }

  private static boolean isCancel(Caller caller) {
    return caller.call().kind() == Call.Kind.CANCEL;
  }

  /**
   * Returns the ends of all blocks that anyone has seen. If a call without an answer set a block,
   * the end of that block is among them.
   */
  private static List<Instant> blockEnds(World world, List<Told> calls) {
    return Stream.concat(
            world.guard().filter(Guard.Block.class::isInstance).map(Guard::expiresAt).stream(),
            calls.stream()
                .flatMap(call -> call.refusal().stream())
                .filter(refusal -> refusal.cause().equals(Optional.of(Refusal.Cause.BLOCKED)))
                .flatMap(refusal -> refusal.retryAt().stream()))
        .distinct()
        .toList();
  }

  private boolean isFound(Person person, int passed, List<String> taken, Instant since) {
    if (!tried.add(List.of(person, passed, Set.copyOf(taken)))) {
      return false;
    }
    if (passed == events.size() && taken.size() == calls.size()) {
      return isShown(person);
    }
    Instant next = passed < events.size() ? events.get(passed).at() : world.now();
    for (Told call : calls) {
      if (!taken.contains(call.name()) && mayComeNow(call, passed, taken)) {
        List<String> more = new ArrayList<>(taken);
        more.add(call.name());
        for (Person after : specification.after(person, call, call.within(since, next))) {
          if (isFound(after, passed, more, since)) {
            return true;
          }
        }
      }
    }
    return passed < events.size()
        && calls.stream()
            .filter(call -> !taken.contains(call.name()))
            .noneMatch(call -> call.span().endedAfter() <= passed)
        && isFound(after(person, events.get(passed)), passed + 1, taken, next);
  }

  private static boolean mayComeNow(Told call, int passed, List<String> taken) {
    return taken.containsAll(call.span().after()) && call.span().begunAfter() <= passed;
  }

  private Person after(Person person, History.Event event) {
    return switch (event) {
      case History.Event.Turned turned -> person;
      case History.Event.Lapsed(Instant at, String order, HintCode hint) ->
          person.ended(
              BankIdTwin.maker(order),
              hint == HintCode.START_FAILED ? Person.End.UNOPENED : Person.End.OVERDUE);
      case History.Event.Acted(Instant at, Choice.Act act, String order) ->
          switch (act) {
            case OPENS -> person;
            case REFUSES -> person.ended(BankIdTwin.maker(order), Person.End.REFUSED);
            case SIGNS -> signed(person, order);
          };
    };
  }

  private Person signed(Person person, String order) {
    Person ended = person.ended(BankIdTwin.maker(order), Person.End.SIGNED);
    boolean counts = verifies && !lost.contains(order);
    return counts ? ended.signing(signer(order), BankIdTwin.maker(order)) : ended;
  }

  /**
   * Returns the participant of an order: that of the call that created it, or else the one that
   * carries it.
   */
  private Call.Who signer(String order) {
    return calls.stream()
        .filter(call -> call.name().equals(BankIdTwin.maker(order)))
        .map(Told::who)
        .findAny()
        .orElseGet(() -> carrier(order));
  }

  private Call.Who carrier(String order) {
    return person.newest().entrySet().stream()
        .filter(newest -> newest.getValue().equals(BankIdTwin.maker(order)))
        .map(Map.Entry::getKey)
        .findAny()
        .orElse(Call.Who.FRESH);
  }

  private boolean isShown(Person person) {
    Moment now = new Moment(world.now(), world.now());
    return Stream.concat(Met.at(now, person).stream(), Stream.of(person.holding()))
        .anyMatch(holding -> Shown.matches(holding, world, isFaulty));
  }
}
