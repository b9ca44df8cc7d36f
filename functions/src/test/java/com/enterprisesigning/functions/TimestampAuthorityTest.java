package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.TimestampAuthority.Answer;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import com.enterprisesigning.functions.metrics.CountedLines;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.metrics.MeasuredTimestampAuthority;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator sees of an authority that stamps nothing. */
@ResourceLock(Resources.SYSTEM_OUT)
class TimestampAuthorityTest {
  private static final byte[] DIGEST = new byte[32];
  private static final Answer STAMPED =
      new Answer.Stamped(new TimeStamp("dG9rZW4=", Samples.NOW, "CN=Authority"));

  private final Stdout stdout = new Stdout();

  @AfterEach
  void release() {
    stdout.close();
  }

  @ParameterizedTest
  @EnumSource
  void refusal_isCountedAndLogged_byItsReason(Reason reason) {
    assertEquals(new Answer.Refused(reason), measured(new Answer.Refused(reason)));

    assertEquals(
        List.of("TimeStampsRefused 1", "TimeStampsRefused 1 Reason=" + reason),
        CountedLines.of(stdout.metrics()));
    String line = stdout.log().getFirst();
    assertTrue(line.contains("No time stamp") && line.contains(reason.name()), line);
  }

  @Test
  void timeStamp_isNeitherCountedNorLogged() {
    assertEquals(STAMPED, measured(STAMPED));

    assertEquals(List.of(), stdout.lines());
  }

  /** The queue asks again, so a wrong setting can be corrected for days. */
  @Test
  void root_isReadAgain_afterItCouldNotBeRead() {
    Deque<TimestampAuthority> readable = new ArrayDeque<>();
    TimestampAuthority authority = new DeferredTimestampAuthority(readable::getFirst);

    assertEquals(new Answer.Refused(Reason.ROOT_UNREADABLE), authority.stamp(DIGEST));
    readable.add(digest -> STAMPED);
    assertEquals(STAMPED, authority.stamp(DIGEST));

    String line = stdout.log().getFirst();
    assertTrue(line.contains("The root of time stamps cannot be read"), line);
    assertTrue(line.contains("NoSuchElementException"), line);
  }

  private static Answer measured(Answer answer) {
    return new MeasuredTimestampAuthority(
            digest -> answer, new EmbeddedMetrics("signing", Clock.systemUTC()))
        .stamp(DIGEST);
  }
}
