package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes every call of the contract once with each of its outcomes. */
final class EachCall {
  /** Longer than the 1.8 seconds that must pass before BankID is asked about an order again. */
  private static final int INTERVAL_MILLIS = 1_900;

  private final MeteredRun run;
  private final Gateway here;
  private final List<Asked> all = new ArrayList<>();

  private EachCall(MeteredRun run) {
    this.run = run;
    this.here = run.here();
  }

  static List<Asked> of(MeteredRun run) throws Exception {
    EachCall each = new EachCall(run);
    each.starts();
    each.collects();
    each.cancels();
    each.processes();
    return each.all;
  }

  private void starts() throws Exception {
    String byApp = participant();
    answered("start", 200, () -> here.start(byApp));
    String byPhone = participant();
    answered("start/phone", 200, () -> here.startPhone(byPhone));
    answered("start that meets a live order, from the same IP", 409, () -> here.start(byApp));
    here.start(byApp).is(200);
    answered(
        "start that meets a live order, from another IP", 409, () -> run.elsewhere().start(byApp));
    answered("start in a block", 409, () -> here.start(byApp));
    answered("start/phone in a block", 409, () -> here.startPhone(byApp));
  }

  private void collects() throws Exception {
    String participant = participant();
    Answered started = here.start(participant).is(200);
    answered("collect, something new", 200, () -> here.collect(participant));
    answered("collect, asked less than 1.8 s ago", 200, () -> here.collect(participant));
    Thread.sleep(INTERVAL_MILLIS);
    answered("collect, nothing has changed", 200, () -> here.collect(participant));
    sign(started);
    Thread.sleep(INTERVAL_MILLIS);
    answered("collect that finds the signature", 200, () -> here.collect(participant));
    answered("collect, ended", 200, () -> here.collect(participant));
    answered("evidence", 200, () -> here.get("/signing/participants/" + participant + "/evidence"));
  }

  private void sign(Answered started) {
    Gateway phone = run.simulator();
    String token = started.body().required("autostart_token").asText();
    String order =
        phone.phone("open", Map.of("autostart_token", token)).body().path("order_ref").asText();
    phone.phone("sign", Map.of("order_ref", order));
  }

  private void cancels() throws Exception {
    String participant = participant();
    here.start(participant).is(200);
    answered("cancel of a live order", 204, () -> here.cancel(participant));
    answered("cancel of nothing", 204, () -> here.cancel(participant));
  }

  private void processes() throws Exception {
    String person = run.person();
    String process =
        answered("register", 201, () -> here.register(person)).body().path("id").asText();
    answered("read a process", 200, () -> here.get("/signing/processes/" + process));
    answered("withdraw it", 204, () -> here.withdraw(process));
  }

  private String participant() {
    return here.register(run.person()).participant();
  }

  private Answered answered(String what, int status, Supplier<Answered> call) throws Exception {
    MeteredRun.Measured measured = run.measure(what, call);
    all.add(measured.asked());
    return measured.answered().is(status);
  }
}
