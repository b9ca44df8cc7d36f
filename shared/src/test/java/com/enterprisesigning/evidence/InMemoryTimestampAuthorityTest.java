package com.enterprisesigning.evidence;

import com.enterprisesigning.signing.Samples;
import java.time.Clock;
import java.time.ZoneOffset;
import org.threeten.extra.MutableClock;

class InMemoryTimestampAuthorityTest extends TimestampAuthorityContract {
  private final Clock clock = MutableClock.of(Samples.NOW, ZoneOffset.UTC);
  private final InMemoryTimestampAuthority authority = new InMemoryTimestampAuthority(clock);

  @Override
  protected TimestampAuthority authority() {
    return authority;
  }

  @Override
  protected Clock clock() {
    return clock;
  }

  @Override
  protected void goAway() {
    authority.refuse(TimestampAuthority.Reason.AWAY);
  }
}
