package com.enterprisesigning.sqs;

import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.FollowUpQueue;
import com.enterprisesigning.signing.InMemoryFollowUpQueue;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.TurnedClock;
import java.time.Duration;
import java.util.List;

/** The queue's in-memory twin passes the contract suite. */
class InMemoryFollowUpQueueTest extends FollowUpQueueContract {
  private final TurnedClock clock = new TurnedClock(Samples.NOW);
  private final InMemoryFollowUpQueue queue = new InMemoryFollowUpQueue(clock);

  @Override
  protected FollowUpQueue queue() {
    return queue;
  }

  @Override
  protected void pass(Duration time) {
    clock.turn(time);
  }

  @Override
  protected List<FollowUpMessage> receive() {
    return queue.due();
  }
}
