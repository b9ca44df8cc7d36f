package com.enterprisesigning.timestamp;

import static com.enterprisesigning.signing.Samples.NOW;
import static com.enterprisesigning.timestamp.TimestampCircuitBreaker.OPEN_FOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.evidence.InMemoryTimestampAuthority;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import com.enterprisesigning.evidence.TimestampAuthorityContract;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** A silent authority costs each message seconds, and there may be thousands. */
class TimestampCircuitBreakerTest extends TimestampAuthorityContract {
  private static final byte[] DIGEST = new byte[32];

  private final MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
  private final InMemoryTimestampAuthority asked = new InMemoryTimestampAuthority(clock);
  private final TimestampAuthority breaker = new TimestampCircuitBreaker(asked, clock);

  @Override
  protected TimestampAuthority authority() {
    return breaker;
  }

  @Override
  protected Clock clock() {
    return clock;
  }

  @Override
  protected void goAway() {
    asked.refuse(Reason.AWAY);
  }

  @Test
  void stamp_isRefusedForTheSameReason_andTheAuthorityNotAsked_afterARefusal() {
    asked.refuse(Reason.SLOW);
    breaker.stamp(DIGEST);
    asked.recover();
    clock.add(OPEN_FOR.minusMillis(1));

    assertEquals(new Answer.Refused(Reason.SLOW), breaker.stamp(DIGEST));
    assertEquals(1, asked.asked().size());
  }

  @Test
  void stamp_asksAgain_afterThirtySeconds() {
    asked.refuse(Reason.SLOW);
    breaker.stamp(DIGEST);
    asked.recover();
    clock.add(OPEN_FOR);

    assertInstanceOf(Answer.Stamped.class, breaker.stamp(DIGEST));
  }

  /** The authority may take seconds to refuse. */
  @Test
  void thirtySeconds_beginWithTheRefusal() {
    asked.refuse(Reason.SLOW);
    asked.meanwhile(() -> clock.add(OPEN_FOR));
    breaker.stamp(DIGEST);

    breaker.stamp(DIGEST);

    assertEquals(1, asked.asked().size());
  }
}
