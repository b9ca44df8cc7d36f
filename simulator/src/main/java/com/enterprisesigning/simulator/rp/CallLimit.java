package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.order.RelyingParty;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the calls that one relying party may make in ten seconds. Further calls are answered with
 * 429 ({@code docs/bankid.md#errors}). BankID does not publish its own limits. Thread-safe.
 */
public final class CallLimit {
  private static final long WINDOW_SECONDS = 10;

  private final int calls;
  private final Clock clock;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  /** The calls counted since the window began. */
  private record Window(long number, int calls) {}

  public CallLimit(int calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Counts a call.
   *
   * @return the refusal, if the call exceeds the limit
   */
  public Optional<Answer> refusalOf(RelyingParty caller) {
    long now = clock.instant().getEpochSecond();
    long number = now / WINDOW_SECONDS;
    Window window =
        windows.merge(
            caller.fingerprint(),
            new Window(number, 1),
            (before, first) ->
                before.number == number ? new Window(number, before.calls + 1) : first);
    if (window.calls <= calls) {
      return Optional.empty();
    }
    long secondsToReset = WINDOW_SECONDS - now % WINDOW_SECONDS;
    return Optional.of(RpRefusal.tooManyRequests(calls, secondsToReset).answer());
  }
}
