package com.enterprisesigning.mutation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Limits the time of a check. Some mutants never end; such a mutant counts as caught. */
record TimeLimit(Duration limit) {

  /** Runs the check on its own thread, with the mutant's class loader. */
  Optional<Outcome.Caught> run(Check check, Mutant mutant, ClassLoader classes) {
    FutureTask<Optional<Outcome.Caught>> run = new FutureTask<>(() -> check.run(mutant, classes));
    Thread thread = Thread.ofPlatform().daemon().name("mutant").unstarted(run);
    thread.setContextClassLoader(classes);
    thread.start();
    try {
      return run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return Optional.of(
          new Outcome.Caught("the time limit", "did not end in " + limit.toSeconds() + " s"));
    } catch (ExecutionException e) {
      return Optional.of(thrown(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Outcome.Caught thrown(Throwable thrown) {
    if (thrown instanceof BrokenMutant broken) {
      throw broken;
    }
    BrokenMutant.refuse(thrown);
    return new Outcome.Caught("an exception", thrown.toString());
  }
}
