package com.enterprisesigning.sqs;

/**
 * A message that this release cannot read. Delivered often enough it comes to rest in the
 * dead-letter queue, from where it can be sent again to a release that can. Says nothing of its
 * content.
 */
public final class UnreadableMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(String problem) {
    super(
        problem + ". Find it in the dead-letter queue, and redrive it to a release that reads it");
  }
}
