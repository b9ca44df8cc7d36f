package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.Caller;
import com.enterprisesigning.local.blackbox.Phone;
import com.enterprisesigning.local.blackbox.Reply;
import com.enterprisesigning.local.blackbox.Waiting;
import java.nio.file.Path;
import java.util.Map;

/**
 * A jar of the functions, and processes of it that nobody kills.
 *
 * @param name as the tables show it
 */
record Release(String name, Path jar, Deployment deployment, FunctionApi api) {
  private static final Caller CALLER = Storm.from(0);

  /** An order that a person has signed and nobody has collected. */
  record Signed(String participant, String orderRef) {}

  static Release start(String name, Path jar, Deployment deployment) throws Exception {
    FunctionProcesses processes =
        deployment.processes(
            jar, Map.of("RegisterProcessFunction", 1, "StartFunction", 1, "CollectFunction", 1), 1);
    return new Release(name, jar, deployment, deployment.api(processes));
  }

  /**
   * Lets a new person sign. On a busy machine a call may be answered 503; another person follows.
   */
  Signed sign(int tries) throws Exception {
    try {
      return sign();
    } catch (AssertionError e) {
      if (tries == 1) {
        throw e;
      }
      return sign(tries - 1);
    }
  }

  private Signed sign() throws Exception {
    Phone phone = deployment.phone();
    String participant = api.register(CALLER, deployment.person()).getFirst();
    String order = phone.open(api.start(CALLER, participant).answer().is(200));
    phone.sign(order);
    return new Signed(participant, order);
  }

  /** Collects by another process. */
  Call collectBy(FunctionApi process, String participant) throws Exception {
    return process.collect(CALLER, participant);
  }

  /** Collects until BankID has been asked once more, and returns the status. */
  String collectAnew(String participant) throws Exception {
    Reply early = api.collect(CALLER, participant).answer().is(200);
    if (early.isEnd()) {
      return early.text("status");
    }
    Waiting.until(early.receivedAt().plusMillis(early.body().path("next_collect_ms").asLong()));
    return api.collect(CALLER, participant).answer().is(200).text("status");
  }

  @Override
  public String toString() {
    return name;
  }
}
