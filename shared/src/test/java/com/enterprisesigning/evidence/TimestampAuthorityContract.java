package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What every authority does, the real one and its twin. */
public abstract class TimestampAuthorityContract {
  private static final byte[] DIGEST = new byte[32];

  protected abstract TimestampAuthority authority();

  protected abstract Clock clock();

  /** Lets the authority disappear. */
  protected abstract void goAway();

  @Test
  void stamp_isOfNow() {
    Duration off = Duration.between(stamped().at(), clock().instant()).abs();

    assertTrue(off.compareTo(Duration.ofSeconds(5)) < 0, off::toString);
  }

  @Test
  void stamp_hasATokenAndAnAuthority() {
    TimeStamp stamped = stamped();

    assertTrue(Base64.getDecoder().decode(stamped.token()).length > 0);
    assertFalse(stamped.authority().isEmpty());
  }

  @Test
  void stamp_isAnother_whenTheSameDigestIsStampedAgain() {
    assertNotEquals(stamped().token(), stamped().token());
  }

  @Test
  void stamp_isRefused_whenTheAuthorityIsAway() {
    goAway();

    assertEquals(new Answer.Refused(TimestampAuthority.Reason.AWAY), authority().stamp(DIGEST));
  }

  private TimeStamp stamped() {
    return assertInstanceOf(Answer.Stamped.class, authority().stamp(DIGEST)).timeStamp();
  }
}
