package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.local.blackbox.JournalOrder;
import com.enterprisesigning.local.blackbox.RunProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several gateways, each a process, that share one table and one BankID. */
final class Gateways implements AutoCloseable {
  private final List<RunProcess> runs = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();

  /**
   * Starts the processes.
   *
   * @param environment the variables of every process; the first has the table and the simulator
   */
  static Gateways start(int number, Map<String, String> environment) throws Exception {
    Gateways started = new Gateways();
    try {
      started.add(environment);
      Map<String, String> joined = new HashMap<>(environment);
      joined.put("JOIN", started.runs.getFirst().url().toString());
      while (started.runs.size() < number) {
        started.add(joined);
      }
      return started;
    } catch (Exception e) {
      started.close();
      throw e;
    }
  }

  private void add(Map<String, String> environment) throws Exception {
    RunProcess run = RunProcess.start(environment);
    runs.add(run);
    gateways.add(new Gateway(run.url()));
  }

  int size() {
    return gateways.size();
  }

  /** Returns the gateway whose turn it is. */
  Gateway inTurn(int turn) {
    return gateways.get(turn % gateways.size());
  }

  /** Returns all orders of the person in BankID's journal. */
  List<JournalOrder> orders(String person) {
    List<JournalOrder> orders = new ArrayList<>();
    gateways.getFirst().orders(person).forEach(entry -> orders.add(JournalOrder.of(entry)));
    return orders;
  }

  @Override
  public void close() {
    runs.forEach(RunProcess::close);
  }
}
