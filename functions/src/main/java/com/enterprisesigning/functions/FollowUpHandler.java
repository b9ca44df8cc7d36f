package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Handles the messages of the follow-up queue: {@code docs/architecture.md#follow-up}, rule F9. */
public final class FollowUpHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final FollowUpFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public FollowUpHandler() {
    function = FollowUpFunction.onLambda();
  }

  /** Creates the handler for an application that is already wired. */
  public FollowUpHandler(Application application) {
    function = new FollowUpFunction(application);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return function.answer(event, context);
  }
}
