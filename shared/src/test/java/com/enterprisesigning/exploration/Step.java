package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.store.FollowUpQueue;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

/**
 * A call of a port.
 *
 * @param caller the name of the call that makes this step
 */
record Step(String caller, Class<?> port, Method method, List<Object> arguments) {
  private static final Set<String> READS =
      Set.of(
          "guard",
          "participant",
          "details",
          "signing",
          "signings",
          "process",
          "evidence",
          "all",
          "unfinished");

  String name() {
    return method.getName();
  }

  boolean isBankIds() {
    return port == BankId.class;
  }

  boolean isQueues() {
    return port == FollowUpQueue.class;
  }

  boolean isPause() {
    return port == Pause.class;
  }

  boolean isTables() {
    return !isBankIds() && !isQueues() && !isPause();
  }

  /** Returns what can go wrong at this step, apart from the death of its caller. */
  List<Fate> faults() {
    if (isTables()) {
      return READS.contains(name())
          ? List.of(Fate.REQUEST_IS_LOST)
          : List.of(Fate.REQUEST_IS_LOST, Fate.REPLY_IS_LOST, Fate.IS_SENT_AGAIN, Fate.COMES_LATE);
    }
    if (isQueues()) {
      return List.of(Fate.REQUEST_IS_LOST, Fate.REPLY_IS_LOST, Fate.IS_SENT_AGAIN);
    }
    if (isBankIds()) {
      return name().equals("create")
          ? List.of(Fate.REPLY_IS_LOST, Fate.COMES_LATE, Fate.IS_REFUSED)
          : List.of(Fate.REQUEST_IS_LOST, Fate.REPLY_IS_LOST);
    }
    return List.of();
  }
}
