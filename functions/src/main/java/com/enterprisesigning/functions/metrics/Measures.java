package com.enterprisesigning.functions.metrics;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * How long one invocation, or one message of its batch, took in all, and how long it waited for
 * BankID, the table and the queue. The adapters to these three count into the measures of the
 * invocation that calls them. Calls outside an invocation are not counted.
 */
public final class Measures {
  private static final ScopedValue<Measures> CURRENT = ScopedValue.newInstance();

  private final LongSupplier nanoTime;
  private final List<Runnable> atEnd = new ArrayList<>();
  private final TimeSpent whole;
  private final TimeSpent inBankId;
  private final TimeSpent inTable;
  private final TimeSpent inQueue;
  private long arrivedAt;
  private boolean isHandedOut;
  private Optional<Duration> handOut = Optional.empty();

  /** Creates the measures of an invocation that begins. */
  public Measures(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    whole = new TimeSpent(nanoTime);
    inBankId = new TimeSpent(nanoTime);
    inTable = new TimeSpent(nanoTime);
    inQueue = new TimeSpent(nanoTime);
  }

  /** Runs the invocation on this thread, and measures it. */
  public <T> T during(Supplier<T> invocation) {
    try {
      return whole.on(() -> ScopedValue.where(CURRENT, this).call(invocation::get)).answer();
    } finally {
      atEnd.forEach(Runnable::run);
    }
  }

  /** Runs an action at the end of the invocation. Outside an invocation, runs it at once. */
  static void atEnd(Runnable action) {
    if (CURRENT.isBound()) {
      CURRENT.get().atEnd.add(action);
    } else {
      action.run();
    }
  }

  /** Remembers when the last byte of BankID's answer arrived. */
  public static void arrived() {
    Measures measures = current();
    measures.arrivedAt = measures.nanoTime.getAsLong();
  }

  /** Remembers that this answer was a completion, whose first write comes next. */
  static void handedOut() {
    current().isHandedOut = true;
  }

  /** Notes that a request to AWS is sent. The first one after a hand-out is its first write. */
  static void sent() {
    Measures measures = current();
    if (measures.isHandedOut && measures.handOut.isEmpty()) {
      long passed = measures.nanoTime.getAsLong() - measures.arrivedAt;
      measures.handOut = Optional.of(Duration.ofNanos(passed));
    }
  }

  /** Makes a call to BankID, and measures it. */
  public static <T> TimeSpent.Timed<T> inBankId(Supplier<T> call) {
    return current().inBankId.on(call);
  }

  /** Makes a call to the table, and measures it. */
  public static <T> T inTable(Supplier<T> call) {
    return current().inTable.on(call).answer();
  }

  /** Makes a call to the follow-up queue, and measures it. */
  public static void inQueue(Runnable call) {
    current().inQueue.on(call);
  }

  private static Measures current() {
    return CURRENT.isBound() ? CURRENT.get() : new Measures(System::nanoTime);
  }

  /**
   * Returns the times and the numbers of calls for the invocation's log line. Times are in
   * milliseconds, with microsecond precision. {@code handout_ms} is there only if BankID handed out
   * a completion: the time from the last byte of BankID's answer to the first write.
   */
  public List<StructuredArgument> members() {
    List<StructuredArgument> members =
        new ArrayList<>(
            List.of(
                entry("duration_ms", millis(whole.total())),
                entry("bankid_ms", millis(inBankId.total())),
                entry("bankid_calls", inBankId.calls()),
                entry("table_ms", millis(inTable.total())),
                entry("table_calls", inTable.calls()),
                entry("queue_ms", millis(inQueue.total())),
                entry("queue_calls", inQueue.calls())));
    handOut.ifPresent(passed -> members.add(entry("handout_ms", millis(passed))));
    return members;
  }

  private static double millis(Duration duration) {
    return TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) / 1_000.0;
  }
}
