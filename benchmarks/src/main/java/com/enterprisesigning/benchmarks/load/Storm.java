package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.report.Spread;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Starts for one person at the same moment, from several IPs and at every process in turn. */
final class Storm {
  private final String processes;
  private final int starts;
  private final int ips;
  private final List<Answered> answers = new ArrayList<>();
  private int orders;

  Storm(String processes, int starts, int ips) {
    this.processes = processes;
    this.starts = starts;
    this.ips = ips;
  }

  static Table table() {
    return new Table(
        "processes", "starts", "IPs", "answers", "orders", "p50, ms", "p99, ms", "longest, ms");
  }

  /** Makes all starts at once, and waits for their answers. */
  void rage(Gateways gateways, String person) throws Exception {
    List<String> participants =
        List.of(
            gateways.inTurn(0).register(person).participant(),
            gateways.inTurn(0).register(person).participant());
    List<Gateway> callers = new ArrayList<>();
    for (int ip = 0; ip < ips; ip++) {
      for (int process = 0; process < gateways.size(); process++) {
        callers.add(gateways.inTurn(process).from("127.0.0." + (ip + 2)));
      }
    }
    CountDownLatch gate = new CountDownLatch(starts);
    List<Future<Answered>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < starts; i++) {
        Gateway caller = callers.get(i % callers.size());
        String participant = participants.get(i / callers.size() % participants.size());
        running.add(
            threads.submit(() -> {
              gate.countDown();
              gate.await();
              return caller.start(participant);
            }));
      }
    }
    for (Future<Answered> one : running) {
      answers.add(one.get());
    }
    orders += gateways.orders(person).size();
  }

  void addTo(Table table) {
    Spread millis = new Spread(answers.stream().map(Answered::millis).toList());
    Map<String, Long> byAnswer =
        answers.stream()
            .map(Storm::answer)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    table.row(
        processes,
        starts,
        ips,
        byAnswer.entrySet().stream()
            .map(answer -> answer.getKey() + ": " + answer.getValue())
            .collect(Collectors.joining("; ")),
        orders,
        "%.0f".formatted(millis.median()),
        "%.0f".formatted(millis.quantile(0.99)),
        "%.0f".formatted(millis.values().getLast()));
  }

  private static String answer(Answered answered) {
    String reason = answered.body().at("/reason/code").asText("");
    return reason.isEmpty() ? String.valueOf(answered.status()) : answered.status() + " " + reason;
  }

  /** Returns how many starts were answered 5xx. */
  long failed() {
    return answers.stream().filter(answered -> answered.status() >= 500).count();
  }
}
