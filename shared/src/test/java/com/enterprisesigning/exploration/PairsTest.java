package com.enterprisesigning.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PairsTest {
  @Test
  void all() {
    int n = Integer.getInteger("disturbances", 1);
    String only = System.getProperty("only", "");
    List<Scenario> scenarios = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      for (Call.Kind one : Call.Kind.values()) {
        for (Call.Kind other : Call.Kind.values()) {
          for (boolean kills : new boolean[] {false, true}) {
            if (one.compareTo(other) <= 0) {
              Scenario s =
                  new Scenario(
                      situation, List.of(Call.of(one), Call.of(other)), kills, true, Bounds.of(n));
              if (s.name().matches(".*(" + only + ").*")) scenarios.add(s);
            }
          }
        }
      }
    }
    long t = System.nanoTime();
    AtomicInteger bad = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Counts sum =
        scenarios.parallelStream()
            .map(s -> {
              Counts c = new Counts();
              try {
                c = new Explorer(s).explore();
              } catch (FoundViolation e) {
                bad.incrementAndGet();
                synchronized (this) {
                  System.out.println("=========== " + s.name() + "\n" + e.getMessage());
                  System.out.flush();
                }
              }
              int d = done.incrementAndGet();
              if (d % 20 == 0)
                System.out.println(
                    "# "
                        + d
                        + "/"
                        + scenarios.size()
                        + " "
                        + (System.nanoTime() - t) / 1_000_000
                        + " ms");
              return c;
            })
            .reduce(new Counts(), Counts::plus);
    System.out.println(
        scenarios.size()
            + " scenarios "
            + bad
            + " bad "
            + sum
            + " "
            + (System.nanoTime() - t) / 1_000_000
            + " ms");
  }
}
