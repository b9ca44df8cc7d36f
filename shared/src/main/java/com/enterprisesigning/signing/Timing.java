package com.enterprisesigning.signing;

import java.time.Duration;
import java.util.List;

/**
 * Every time of the protocols, in one place (design section 5).
 *
 * @param signingWindow how long an order is live at the most
 * @param collectInterval how long BankID is not asked again after a collect asked it
 * @param evidenceRetention how long a signature is kept
 * @param followUp when an order that nobody settles is followed up, counted from its create
 */
public record Timing(
    Duration signingWindow,
    Duration collectInterval,
    Duration evidenceRetention,
    List<Duration> followUp) {

  public Timing {
    followUp = List.copyOf(followUp);
  }

  /** A function's time-out T: no call of the protocols lives longer. */
  public static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(20);

  /** How long a start may be on its way to BankID; longer than {@link #FUNCTION_TIMEOUT}. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * How long an order may be missing at BankID before that is believed (rule F4): longer than
   * {@link #FUNCTION_TIMEOUT}, for so long another call may hold the completion in memory.
   */
  public static final Duration MISSING_GRACE = Duration.ofSeconds(25);

  /**
   * What an invocation must have left before it asks BankID how an order stands, for the answer may
   * be the one hand-out of a completion: the question (8 s), two calls of a table that is away (5.8
   * s), and the queue (2.4 s).
   */
  public static final Duration HAND_OUT = Duration.ofMillis(16_500);

  /**
   * What an invocation must have left before it creates an order: the create, the follow-up
   * message, and the activation. Whoever dies after the message is followed up.
   */
  public static final Duration CREATE = Duration.ofSeconds(10);

  /** What a start must have left for another round, which may end in a create. */
  public static final Duration ROUND = Duration.ofSeconds(12);

  /** When a caller is to come back whose call ran out of time. */
  public static final Duration OVERTIME_RETRY = Duration.ofSeconds(5);

  /** How long a table that does not take a completion is left alone before it is asked again. */
  public static final Duration STORE_PAUSE = Duration.ofMillis(200);

  /**
   * What an invocation must have left to offer a completion to the table once more: a call of a
   * table that is away takes 2.9 s.
   */
  public static final Duration STORE = Duration.ofSeconds(3);

  /** When a completion that the table did not take is stored from the queue. */
  public static final Duration STORE_DELAY = Duration.ofSeconds(10);

  /** When an order that its start could not end is ended from the queue. */
  public static final Duration END_DELAY = Duration.ofSeconds(10);

  /** When an order that a follow-up found undecided is looked at again, at the soonest (F9). */
  public static final Duration FOLLOW_UP_AGAIN = Duration.ofSeconds(10);

  /** How far the follow-ups of many orders are spread behind {@link #FOLLOW_UP_AGAIN} (F9). */
  public static final Duration FOLLOW_UP_SPREAD = Duration.ofSeconds(10);

  /** How long after its window an order is followed up: so long BankID keeps a completion (F9). */
  public static final Duration FOLLOW_UP_LIFE = Duration.ofMinutes(3);

  /** A start that lost its race this often is told to come back. */
  public static final int ROUNDS = 3;

  /** When a caller is to come back who met a race. */
  public static final Duration RACE_RETRY = Duration.ofSeconds(1);

  /** How long a registered process can be signed where the registration does not say. */
  public static final Duration DEFAULT_PROCESS_LIFE = Duration.ofDays(45);

  /** How long a process is kept after it expired. */
  public static final Duration PROCESS_GRACE = Duration.ofDays(30);
}
