package com.enterprisesigning.signing;

import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.InMemoryTable;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.QueueUnavailable;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.store.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Wraps the ports of the table and the queue, and makes chosen calls fail. A call fails before it
 * is made, or after it, when its reply is lost.
 */
final class Interruptions {
  /** When the call fails. */
  enum Moment {
    BEFORE,
    AFTER
  }

  private record Interruption(String method, Moment moment, int times) {}

  private Optional<String> killed = Optional.empty();

  private final Map<String, Interruption> next = new HashMap<>();
  private final Map<String, RuntimeException> failures = new HashMap<>();

  /** Makes the next call of this method fail. */
  void interrupt(String method, Moment moment) {
    interrupt(method, moment, 1);
  }

  /** Makes the next calls of this method fail. */
  void interrupt(String method, Moment moment, int times) {
    next.put(method, new Interruption(method, moment, times));
  }

  /** Makes the next call of this method fail with this exception, before it is made. */
  void interrupt(String method, RuntimeException failure) {
    failures.put(method, failure);
  }

  /** Kills the process when it calls this method. */
  void kill(String method) {
    killed = Optional.of(method);
  }

  /** Stops all failures. */
  void heal() {
    next.clear();
    failures.clear();
    killed = Optional.empty();
  }

  Table before(InMemoryTable table) {
    return new Table(
        proxy(Guards.class, table.guards()),
        proxy(Signings.class, table.signings()),
        proxy(Processes.class, table.processes()),
        proxy(Evidences.class, table.evidences()));
  }

  FollowUpQueue before(FollowUpQueue queue) {
    return proxy(FollowUpQueue.class, queue);
  }

  private <T> T proxy(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (killed.equals(Optional.of(method.getName()))) {
                killed = Optional.empty();
                throw new Steps.Death();
              }
              if (failures.containsKey(method.getName())) {
                throw failures.remove(method.getName());
              }
              Optional<Interruption> now = Optional.ofNullable(next.get(method.getName()));
              now.ifPresent(this::spend);
              if (now.isPresent() && now.get().moment() == Moment.BEFORE) {
                throw unavailable(port, "the request is lost");
              }
              Object answer;
              try {
                answer = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (now.isPresent()) {
                throw unavailable(port, "the reply is lost");
              }
              return answer;
            }));
  }

  private static RuntimeException unavailable(Class<?> port, String message) {
    return port == FollowUpQueue.class
        ? new QueueUnavailable(message, null)
        : new StoreUnavailable(message, null);
  }

  private void spend(Interruption interruption) {
    if (interruption.times() == 1) {
      next.remove(interruption.method());
    } else {
      next.put(
          interruption.method(),
          new Interruption(interruption.method(), interruption.moment(), interruption.times() - 1));
    }
  }
}
