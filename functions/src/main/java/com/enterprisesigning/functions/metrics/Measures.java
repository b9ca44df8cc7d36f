package com.enterprisesigning.functions.metrics;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import java.util.List;
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

  private final TimeSpent whole;
  private final TimeSpent inBankId;
  private final TimeSpent inTable;
  private final TimeSpent inQueue;

  /** Creates the measures of an invocation that begins. */
  public Measures(LongSupplier nanoTime) {
    whole = new TimeSpent(nanoTime);
    inBankId = new TimeSpent(nanoTime);
    inTable = new TimeSpent(nanoTime);
    inQueue = new TimeSpent(nanoTime);
  }

  /** Runs the invocation on this thread, and measures it. */
  public <T> T during(Supplier<T> invocation) {
    return whole.on(() -> ScopedValue.where(CURRENT, this).call(invocation::get)).answer();
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
   * milliseconds, with microsecond precision.
   */
  public List<StructuredArgument> members() {
    return List.of(
        entry("duration_ms", millis(whole)),
        entry("bankid_ms", millis(inBankId)),
        entry("bankid_calls", inBankId.calls()),
        entry("table_ms", millis(inTable)),
        entry("table_calls", inTable.calls()),
        entry("queue_ms", millis(inQueue)),
        entry("queue_calls", inQueue.calls()));
  }

  private static double millis(TimeSpent spent) {
    return TimeUnit.NANOSECONDS.toMicros(spent.total().toNanos()) / 1_000.0;
  }
}
