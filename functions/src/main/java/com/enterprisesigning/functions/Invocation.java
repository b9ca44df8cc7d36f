package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.time.TimeSpent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * One invocation, or one message of its batch.
 *
 * @param deadline when it must be done
 * @param whole how long it took in all
 * @param inBankId the part of that time spent waiting for BankID
 * @param inTable the part of that time spent waiting for the table
 * @param inQueue the part of that time spent waiting for the follow-up queue
 */
public record Invocation(
    Deadline deadline, TimeSpent whole, TimeSpent inBankId, TimeSpent inTable, TimeSpent inQueue) {

  /** Returns an invocation that has just begun. */
  public static Invocation until(Deadline deadline, LongSupplier nanoTime) {
    return new Invocation(
        deadline,
        new TimeSpent(nanoTime),
        new TimeSpent(nanoTime),
        new TimeSpent(nanoTime),
        new TimeSpent(nanoTime));
  }

  /**
   * Returns the times and the numbers of calls for the invocation's log line. Times are in
   * milliseconds, with microsecond precision.
   */
  List<StructuredArgument> measures() {
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
