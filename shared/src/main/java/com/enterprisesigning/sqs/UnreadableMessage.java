package com.enterprisesigning.sqs;

/**
 * A message that this release cannot read. After enough failed deliveries it moves to the
 * dead-letter queue. From there it can be sent again to a release that can read it. The exception
 * reveals nothing of the content.
 */
public final class UnreadableMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(String problem) {
    super(
        problem + ". Deploy a release that can read it, and redrive it from the dead-letter queue");
  }
}
