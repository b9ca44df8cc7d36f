package com.enterprisesigning.sqs;

import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.InMemoryFollowUpQueue;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.threeten.extra.MutableClock;

/** The queue's in-memory twin passes the contract suite. */
class InMemoryFollowUpQueueTest extends FollowUpQueueContract {
  private final MutableClock clock = MutableClock.of(Samples.NOW, ZoneOffset.UTC);
  private final InMemoryFollowUpQueue queue = new InMemoryFollowUpQueue(clock);

  @Override
  protected FollowUpQueue queue() {
    return queue;
  }

  @Override
  protected void pass(Duration time) {
    clock.add(time);
  }

  @Override
  protected List<FollowUpMessage> receive() {
    return queue.due();
  }
}
