package com.enterprisesigning.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Calls at once, in a situation.
 *
 * @param killsBoth whether BankID ends both of a person's orders where a second is made
 * @param verifies whether signatures verify
 */
record Scenario(
    Situation situation, List<Call> calls, boolean killsBoth, boolean verifies, Bounds bounds) {

  String name() {
    return situation
        + "/"
        + calls.stream()
            .map(call -> call.toString().replace(' ', ':'))
            .collect(Collectors.joining("+"))
        + (killsBoth ? "/kills-both" : "")
        + (verifies ? "" : "/does-not-verify")
        + "/"
        + bounds.disturbances();
  }

  State begin() {
    State ready = situation.play(Beginning.of(killsBoth, verifies)).state();
    List<Caller> callers = new ArrayList<>();
    for (Call call : calls) {
      callers.add(Caller.of("c" + (callers.size() + 1), call));
    }
    return ready.with(callers, bounds);
  }
}
