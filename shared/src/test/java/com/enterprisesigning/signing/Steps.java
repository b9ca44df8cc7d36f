package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs calls one step at a time, in the order that a test chooses. A step is one call of a port. A
 * caller stops before each step until it is let go, and no other caller moves in the meantime.
 */
final class Steps {
  /** What happens to a caller at its next step. */
  enum Fate {
    GOES_ON,
    REQUEST_IS_LOST,
    REPLY_IS_LOST,
    DIES
  }

  /** Thrown when a caller dies, as if its process were killed between two steps. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A call in flight. */
  static final class Caller {
    private final String name;
    private final Semaphore go = new Semaphore(0);
    private final Semaphore stands = new Semaphore(0);
    private Fate fate = Fate.GOES_ON;
    private Object outcome;
    private Throwable failure;
    private String at = "";
    private boolean isDone;

    private Caller(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    boolean isDone() {
      return isDone;
    }

    Object outcome() {
      return outcome;
    }

    Throwable failure() {
      return failure;
    }

    /** Returns the step before which the caller has stopped. */
    String at() {
      return at;
    }
  }

  private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
  private final List<String> schedule = new ArrayList<>();

  /** Starts a call. When this method returns, the call has stopped before its first step. */
  Caller call(String name, Supplier<?> call) {
    Caller caller = new Caller(name);
    Thread.ofVirtual()
        .start(() -> {
          CURRENT.set(caller);
          try {
            caller.outcome = call.get();
          } catch (Death | RuntimeException e) {
            caller.failure = e;
          } finally {
            caller.isDone = true;
            caller.stands.release();
          }
        });
    caller.stands.acquireUninterruptibly();
    return caller;
  }

  /** Lets a caller make its next step. */
  void let(Caller caller, Fate fate) {
    schedule.add(caller.name() + " " + caller.at() + " " + fate);
    caller.fate = fate;
    caller.go.release();
    caller.stands.acquireUninterruptibly();
  }

  void note(String event) {
    schedule.add(event);
  }

  /** Returns what has happened, for the message of a failure. */
  List<String> schedule() {
    return schedule;
  }

  /**
   * Wraps a port. Each call that a caller makes to the port is a step; all other calls go straight
   * through.
   */
  <T> T before(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              Fate fate = stand(method.getName());
              if (fate == Fate.DIES) {
                throw new Death();
              }
              if (fate == Fate.REQUEST_IS_LOST) {
                return lost(port, method.getName());
              }
              Object answer;
              try {
                answer = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (fate == Fate.REPLY_IS_LOST) {
                return lost(port, method.getName());
              }
              return answer;
            }));
  }

  /**
   * Returns or throws what a lost exchange looks like. BankID's port has an answer for it; the
   * other ports throw.
   */
  private static Object lost(Class<?> port, String method) {
    BankId.Fault silence = new BankId.Fault.Unavailable(Duration.ofSeconds(5));
    if (port == FollowUpQueue.class) {
      throw new QueueUnavailable("nothing came back", null);
    }
    if (port != BankId.class) {
      throw new StoreUnavailable("nothing came back", null);
    }
    return switch (method) {
      case "create" -> new BankId.Created.NoAnswer();
      case "collect" -> new BankId.Collected.NoAnswer(silence);
      default -> new BankId.Cancelled.NoAnswer(silence);
    };
  }

  private Fate stand(String step) {
    Caller caller = CURRENT.get();
    if (caller == null) {
      return Fate.GOES_ON;
    }
    caller.at = step;
    caller.stands.release();
    caller.go.acquireUninterruptibly();
    return caller.fate;
  }
}
