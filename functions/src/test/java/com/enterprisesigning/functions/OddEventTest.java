package com.enterprisesigning.functions;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Every event gets a documented answer and leaves no state half changed. */
class OddEventTest {
  @Property(tries = 200)
  void everyEvent_isAnsweredAsTheContractSays(@ForAll("events") Tuple2<ApiCall, String> event) {
    OddEventBench.Outcome outcome = new OddEventBench().call(event.get1(), event.get2());

    outcome.assertDocumented();
    outcome.assertNothingChanged_whereItWasRefused();
    outcome.assertNothingSecretIsTold();
  }

  @Provide
  static Arbitrary<Tuple2<ApiCall, String>> events() {
    return Arbitraries.of(ApiCall.class)
        .flatMap(call -> OddEvents.of(call).map(event -> Tuple.of(call, event)));
  }
}
