package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.HintCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When calls began and ended, as far as it matters: which other calls had ended before, and between
 * which events. Two paths to a state that do not differ in this have the same history.
 */
final class History {

  /** Something that happened besides the calls. */
  sealed interface Event {
    Instant at();

    record Turned(Instant at) implements Event {}

    /** BankID gave up an order. */
    record Lapsed(Instant at, String orderRef, HintCode hint) implements Event {}

    record Acted(Instant at, Choice.Act act, String orderRef) implements Event {}
  }

  /**
   * The place of a call in the history.
   *
   * @param after the calls that had ended when it began
   * @param begunAfter the number of events before it began
   * @param endedAfter the number of events before it ended; -1 while it is in flight
   */
  record Span(Set<String> after, int begunAfter, Instant begunAt, int endedAfter, Instant endedAt) {

    boolean overlaps(String name, String other, Span otherSpan) {
      return !after.contains(other) && !otherSpan.after.contains(name);
    }

    private Span ended(int events, Instant at) {
      return new Span(after, begunAfter, begunAt, events, at);
    }
  }

  private final List<Event> events = new ArrayList<>();
  private final Map<String, Span> spans = new LinkedHashMap<>();
  private final Set<String> late = new TreeSet<>();
  private final Set<String> reservedAgain = new TreeSet<>();
  private boolean isFaulty;

  History copy() {
    History copy = new History();
    copy.events.addAll(events);
    copy.spans.putAll(spans);
    copy.late.addAll(late);
    copy.reservedAgain.addAll(reservedAgain);
    copy.isFaulty = isFaulty;
    return copy;
  }

  void happened(Event event) {
    events.add(event);
  }

  void began(String caller, Instant at) {
    Set<String> ended = new TreeSet<>();
    spans.forEach((name, span) -> {
      if (span.endedAfter() >= 0 && !late.contains(name)) {
        ended.add(name);
      }
    });
    spans.put(caller, new Span(ended, events.size(), at, -1, Instant.MAX));
  }

  void ended(String caller, Instant at) {
    boolean isLate = late.contains(caller);
    spans.computeIfPresent(
        caller,
        (name, span) ->
            span.ended(isLate ? Integer.MAX_VALUE : events.size(), isLate ? Instant.MAX : at));
  }

  /**
   * Records that a request of this call is still in flight. It may be carried out after the call's
   * end.
   */
  void isLate(String caller) {
    late.add(caller);
    failed();
  }

  /** Records that a reservation of this call was made, and then sent again. */
  void reservedAgain(String caller) {
    reservedAgain.add(caller);
    failed();
  }

  boolean wasReservedAgain(String caller) {
    return reservedAgain.contains(caller);
  }

  /** Records that a process died, a message was lost, or something was unavailable. */
  void failed() {
    isFaulty = true;
  }

  boolean isFaulty() {
    return isFaulty;
  }

  /** Returns the makers of the orders that ended in this span, by themselves or by the person. */
  Set<String> endedDuring(Span span) {
    int last = Math.min(span.endedAfter(), events.size());
    return events.subList(Math.min(span.begunAfter(), last), last).stream()
        .flatMap(event ->
            switch (event) {
              case Event.Turned turned -> Stream.<String>empty();
              case Event.Lapsed lapsed -> Stream.of(lapsed.orderRef());
              case Event.Acted acted ->
                  acted.act() == Choice.Act.OPENS ? Stream.empty() : Stream.of(acted.orderRef());
            })
        .map(BankIdTwin::maker)
        .collect(Collectors.toSet());
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Map<String, Span> spans() {
    return Map.copyOf(spans);
  }

  void describe(StringBuilder text) {
    text.append(events).append(isFaulty);
    spans.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(span ->
            text.append(span.getKey())
                .append(span.getValue().after())
                .append(span.getValue().begunAfter())
                .append(span.getValue().endedAfter()));
  }
}
