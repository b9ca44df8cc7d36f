package com.enterprisesigning.functions.snapshot;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.functions.log.Faults;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs before a function's first event. Slow initialization happens before the snapshot is taken;
 * secrets are read after a restore, so that they are fresh. Where Lambda takes no snapshot, secrets
 * are read at once and only the first write of a completion is rehearsed. See {@code
 * docs/architecture.md#on-aws}.
 */
public final class SnapStartHooks implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(SnapStartHooks.class);
  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
  private static final String SNAP_START = "snap-start";

  private final NewRights rights;
  private final Runnable connect;
  private final List<Runnable> rehearsals;
  private final Runnable load;
  private final Runnable keep;
  private final Runnable forget;
  private volatile Runnable prime = () -> {};

  /**
   * @param rights waits for the rights of a new role, before a snapshot only: without a snapshot,
   *     Lambda starts the function again with the next call
   * @param connect reads the public certificates without which the function must not start
   * @param rehearsals load the classes that the function's calls need, without a write, a call to
   *     BankID, or a secret
   * @param load reads the secrets; if they cannot be read, the calls try again
   * @param keep rehearses the first write of a completion, which no call may delay, if there is no
   *     snapshot
   * @param forget drops the credentials that were used until the snapshot
   */
  public SnapStartHooks(
      NewRights rights,
      Runnable connect,
      List<Runnable> rehearsals,
      Runnable load,
      Runnable keep,
      Runnable forget) {
    this.rights = rights;
    this.connect = connect;
    this.rehearsals = List.copyOf(rehearsals);
    this.load = load;
    this.keep = keep;
    this.forget = forget;
  }

  /** Returns hooks that do nothing, for an application that is already wired. */
  public static SnapStartHooks none() {
    NewRights none = new NewRights(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), _ -> {});
    return new SnapStartHooks(none, () -> {}, List.of(), () -> {}, () -> {}, () -> {});
  }

  /**
   * Begins the startup.
   *
   * @param environment Lambda's variables, which say whether a snapshot is taken
   * @param event answers an event that changes nothing, before a snapshot
   * @throws RuntimeException if a root cannot be read or is the wrong one; the message names the
   *     setting
   */
  public void begin(Map<String, String> environment, Runnable event) {
    if (isBeforeSnapshot(environment)) {
      rights.await(connect);
      prime = event;
      // The context holds only a weak reference; the application of the handler keeps the hooks
      // alive.
      Core.getGlobalContext().register(this);
    } else {
      beginAtOnce();
    }
  }

  /** Returns whether Lambda takes a snapshot before the first event, according to its variables. */
  public static boolean isBeforeSnapshot(Map<String, String> environment) {
    return SNAP_START.equals(environment.get(INITIALIZATION_TYPE));
  }

  /** Connects and reads the secrets now, because no snapshot is taken. */
  public void beginAtOnce() {
    connect.run();
    attempt("Secrets not read at start", load);
    attempt("Not rehearsed", keep);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    attempt("Not primed", prime);
    rehearsals.forEach(rehearsal -> attempt("Not primed", rehearsal));
    forget.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    attempt("Secrets not read after a restore", load);
  }

  /**
   * Runs a step that may fail. Priming is best effort, and secrets are read again: the first event
   * repeats a failed step.
   */
  private static void attempt(String failure, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn(failure, entry("fault", Faults.text(e)));
    }
  }
}
