package com.enterprisesigning.signing;

import java.time.Duration;
import java.util.List;

/**
 * All times of the protocols ({@code docs/architecture.md#timing}).
 *
 * @param signingWindow the longest time that an order counts as live
 * @param collectInterval the shortest time between two collects of one order at BankID
 * @param evidenceRetention how long a signature is kept
 * @param followUp the times after the create at which an unsettled order is followed up
 */
public record Timing(
    Duration signingWindow,
    Duration collectInterval,
    Duration evidenceRetention,
    List<Duration> followUp) {

  public Timing {
    followUp = List.copyOf(followUp);
  }

  /** The timeout of a function, T. No call of the protocols lives longer. */
  public static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(20);

  /** How long a start may be in flight to BankID. It is longer than {@link #FUNCTION_TIMEOUT}. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * How long an order must be missing at BankID before that is believed (rule F4). It is longer
   * than {@link #FUNCTION_TIMEOUT}, because another call may hold the completion in memory for that
   * long.
   */
  public static final Duration MISSING_GRACE = Duration.ofSeconds(25);

  /**
   * The time that an invocation must have left before it asks BankID for the state of an order. The
   * answer may be the only hand-out of a completion. The time covers the question (8 s), two calls
   * of an unreachable table (5.8 s) and the queue (2.4 s).
   */
  public static final Duration LEFT_TO_ASK = Duration.ofMillis(16_500);

  /**
   * The time that an invocation must have left before it creates an order. It covers the create,
   * the follow-up message and the activation. A start that dies after the message is followed up.
   */
  public static final Duration LEFT_TO_CREATE = Duration.ofSeconds(10);

  /** The time that a start must have left before another round, which may end in a create. */
  public static final Duration LEFT_FOR_ROUND = Duration.ofSeconds(12);

  /**
   * How long a caller should wait before it retries a call that ran out of time, or that the table,
   * the queue or Secrets Manager did not answer.
   */
  public static final Duration OVERTIME_RETRY = Duration.ofSeconds(5);

  /** The pause before a completion that the table did not accept is offered to it again. */
  public static final Duration STORE_PAUSE = Duration.ofMillis(200);

  /**
   * The time that an invocation must have left to offer a completion to the table once more. A call
   * of an unreachable table takes 2.9 s.
   */
  public static final Duration STORE = Duration.ofSeconds(3);

  /** The delay after which a completion that the table did not accept is stored from the queue. */
  public static final Duration STORE_DELAY = Duration.ofSeconds(10);

  /** The delay after which an order that its start could not end is ended from the queue. */
  public static final Duration END_DELAY = Duration.ofSeconds(10);

  /**
   * The shortest delay after which an order that a follow-up found undecided is looked at again
   * (F9).
   */
  public static final Duration FOLLOW_UP_AGAIN = Duration.ofSeconds(10);

  /**
   * The range over which the follow-ups of many orders are spread after {@link #FOLLOW_UP_AGAIN}
   * (F9).
   */
  public static final Duration FOLLOW_UP_SPREAD = Duration.ofSeconds(10);

  /**
   * How long an order is followed up after its window. BankID keeps a completion for that long
   * (F9).
   */
  public static final Duration FOLLOW_UP_LIFE = Duration.ofMinutes(3);

  /**
   * The time that an invocation must have left before it asks for a time stamp: the authority's
   * root (3 s), the answer (4 s), and one call to the table (2.9 s) or to the queue (2.4 s).
   */
  public static final Duration LEFT_TO_STAMP = Duration.ofMillis(10_500);

  /** The first pause before an authority that gave no time stamp is asked again. */
  public static final Duration STAMP_PAUSE = Duration.ofSeconds(30);

  /** The longest such pause. With the spread it is within the queue's longest delay. */
  public static final Duration STAMP_PAUSE_LONGEST = Duration.ofMinutes(14);

  /** How long an authority is asked for the time stamp of one evidence. */
  public static final Duration STAMP_LIFE = Duration.ofDays(3);

  /** How many rounds a start may lose before the caller is told to retry. */
  public static final int ROUNDS = 3;

  /** How long a caller that met a race should wait before it retries. */
  public static final Duration RACE_RETRY = Duration.ofSeconds(1);

  /** How long a registered process can be signed if the registration does not say. */
  public static final Duration DEFAULT_PROCESS_LIFE = Duration.ofDays(45);

  /** How long a process is kept after it has expired. */
  public static final Duration PROCESS_GRACE = Duration.ofDays(30);
}
