package com.enterprisesigning.local.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.local.lambda.HandlerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Does what the bodies of its messages say: {@code fail}, {@code throw}, {@code blame another}. */
final class ScriptedHandler implements RequestHandler<SQSEvent, SQSBatchResponse>, HandlerSource {
  private final BlockingQueue<SQSEvent> events = new LinkedBlockingQueue<>();

  List<SQSEvent> events() {
    return List.copyOf(events);
  }

  /** Waits for an event. */
  SQSEvent awaitEvent() throws InterruptedException {
    return events.take();
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    events.add(event);
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      switch (message.getBody()) {
        case "fail" -> failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
        case "throw" -> throw new IllegalStateException("the script says to fail");
        case "blame another" -> failures.add(new SQSBatchResponse.BatchItemFailure("another"));
        default -> {}
      }
    }
    return new SQSBatchResponse(failures);
  }

  @Override
  @SuppressWarnings("unchecked") // it is given nothing but a queue's messages
  public <E, A> RequestHandler<E, A> handler(String className) {
    return (RequestHandler<E, A>) this;
  }
}
