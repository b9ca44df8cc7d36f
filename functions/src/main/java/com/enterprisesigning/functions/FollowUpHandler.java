package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** The follow-up queue's messages (design section 5, follow-up; rule F9). */
public final class FollowUpHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final FollowUpFunction function;

  /** As Lambda makes it: settings from the environment. */
  public FollowUpHandler() {
    function = FollowUpFunction.onLambda();
  }

  /** Over an application that is wired already. */
  public FollowUpHandler(Application application) {
    function = new FollowUpFunction(application);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return function.answer(event, context);
  }
}
