package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function does before its first event (design section 11, SnapStart): its slow first time
 * before the snapshot is taken, what must be read fresh after one is restored. Where Lambda takes
 * no snapshot it reads at once, and its first event is its first time.
 */
public final class Startup implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
  private static final String SNAP_START = "snap-start";

  private final Runnable connect;
  private final List<Runnable> rehearsals;
  private final Runnable load;
  private final Runnable forget;
  private volatile Runnable prime = () -> {};

  /**
   * @param connect reads what is public, and without which the function must not start
   * @param rehearsals load what the function's calls need, without a write, a call to BankID, or a
   *     secret
   * @param load reads the secrets; where they cannot be read the calls try again
   * @param forget ends the session that was used until the snapshot
   */
  Startup(Runnable connect, List<Runnable> rehearsals, Runnable load, Runnable forget) {
    this.connect = connect;
    this.rehearsals = List.copyOf(rehearsals);
    this.load = load;
    this.forget = forget;
  }

  /** Of an application that is wired, and needs nothing more. */
  static Startup none() {
    return new Startup(() -> {}, List.of(), () -> {}, () -> {});
  }

  /**
   * Begins it.
   *
   * @param environment Lambda's, which says whether a snapshot is taken
   * @param event what answers an event that changes nothing, before a snapshot
   * @throws RuntimeException that names the setting, where a root cannot be read or is another
   */
  void begin(Map<String, String> environment, Runnable event) {
    if (isBeforeSnapshot(environment)) {
      connect.run();
      prime = event;
      // Which holds it weakly: the handler's application holds it.
      Core.getGlobalContext().register(this);
    } else {
      beginAtOnce();
    }
  }

  /** Whether Lambda, whose variables these are, takes a snapshot before the first event. */
  static boolean isBeforeSnapshot(Map<String, String> environment) {
    return SNAP_START.equals(environment.get(INITIALIZATION_TYPE));
  }

  /** Reads all at once, as where no snapshot is taken. */
  void beginAtOnce() {
    connect.run();
    attempt("Secrets not read at start", load);
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

  /** None of it is worth a function that does not start: each comes again with the first event. */
  private static void attempt(String failure, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn(failure, entry("fault", Faults.text(e)));
    }
  }
}
