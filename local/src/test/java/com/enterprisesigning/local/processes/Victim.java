package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.template.FunctionDefinition;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A process of {@code /collect} that may be killed. Nobody else uses its way to BankID. */
final class Victim implements AutoCloseable {
  private final Release release;
  private final BankIdRelay bankId;
  private final SessionCredentials credentials = new SessionCredentials();
  private final FunctionProcess process;

  /**
   * What happened to a completion that the process was to collect.
   *
   * @param isHandedOut if not, another process has collected it
   * @param isAnswered if not, the process died first
   */
  record Collected(boolean isHandedOut, long handedOutAt, boolean isAnswered) {}

  private Victim(Release release, boolean isPrimed, URI table) throws Exception {
    Deployment deployment = release.deployment();
    FunctionDefinition function = deployment.function("CollectFunction");
    List<String> options = deployment.jvmOptions(release.jar());
    this.release = release;
    this.bankId = new BankIdRelay(URI.create(deployment.settings().get("BANKID_URL")));
    Map<String, String> environment = new TreeMap<>(deployment.settings());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.toString());
    environment.put("BANKID_URL", bankId.url());
    if (isPrimed) {
      environment.remove("AWS_ACCESS_KEY_ID");
      environment.remove("AWS_SECRET_ACCESS_KEY");
      environment.putAll(credentials.environment());
      process = FunctionProcess.startForSnapshot(release.jar(), function, environment, options);
    } else {
      process = FunctionProcess.start(release.jar(), function, environment, options);
    }
  }

  /**
   * Starts a process, and waits until it is ready for its first call.
   *
   * @param readiness {@code RESTORED}, or anything else for a plain start
   * @param table where the process finds the table
   * @param tries how often a process is started if its handler cannot be created
   */
  static Victim start(Release release, Readiness readiness, URI table, int tries) throws Exception {
    boolean isPrimed = readiness == Readiness.RESTORED;
    Victim victim = new Victim(release, isPrimed, table);
    try {
      if (isPrimed) {
        victim.process.awaitSnapshot();
        victim.process.restore();
      }
      victim.process.awaitReady();
      return victim;
    } catch (IllegalStateException e) {
      victim.close();
      if (tries == 1) {
        throw e;
      }
      return start(release, readiness, table, tries - 1);
    }
  }

  /** Collects a completion, and kills the process at the given moment. */
  Collected collect(String participant, KillMoment moment) throws Exception {
    HandOut handOut = bankId.expectHandOut();
    Thread killer = Thread.ofPlatform().start(() -> await(handOut, moment));
    Call call =
        release.collectBy(
            release.deployment().api((_, event) -> process.invoke(event)), participant);
    if (!handOut.isBegun()) {
      killer.interrupt();
    }
    killer.join();
    return new Collected(handOut.isBegun(), handOut.lastByteAt(), !call.died());
  }

  private void await(HandOut handOut, KillMoment moment) {
    if (moment instanceof KillMoment.After(Duration delay)) {
      try {
        handOut.await();
      } catch (InterruptedException e) {
        return;
      }
      while (System.nanoTime() - handOut.lastByteAt() < delay.toNanos()) {
        LockSupport.parkNanos(delay.toNanos() - (System.nanoTime() - handOut.lastByteAt()));
      }
      kill();
    }
  }

  void kill() {
    process.kill();
  }

  @Override
  public void close() throws IOException {
    process.close();
    bankId.close();
    credentials.close();
  }
}
