package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Set;

/** The eight calls of the contract. */
enum ApiCall {
  START,
  START_PHONE,
  COLLECT,
  CANCEL,
  REGISTER,
  GET_PROCESS,
  WITHDRAW,
  GET_EVIDENCE;

  /** Returns a valid call about the participants of {@link InMemoryCore}. */
  TestCall good() {
    return switch (this) {
      case START -> TestCall.start();
      case START_PHONE -> TestCall.startPhone();
      case COLLECT -> TestCall.collect();
      case CANCEL -> TestCall.cancel();
      case REGISTER -> TestCall.register();
      case GET_PROCESS -> TestCall.getProcess(Samples.PROCESS.toString());
      case WITHDRAW -> TestCall.withdrawProcess(Samples.PROCESS.toString());
      case GET_EVIDENCE -> TestCall.getEvidence(InMemoryCore.SIGNED.toString());
    };
  }

  /**
   * Returns the statuses that the contract allows while BankID and the table work: {@code
   * docs/architecture.md#the-contract}.
   */
  Set<Integer> statuses() {
    return switch (this) {
      case START, START_PHONE -> Set.of(200, 400, 403, 404, 409, 410, 413, 415, 422);
      case COLLECT -> Set.of(200, 400, 403, 404, 409, 413, 415);
      case CANCEL -> Set.of(204, 400, 403, 404, 409, 413, 415);
      case REGISTER -> Set.of(201, 400, 403, 413, 415, 422);
      case GET_PROCESS, GET_EVIDENCE -> Set.of(200, 400, 403, 404);
      case WITHDRAW -> Set.of(204, 400, 403, 404);
    };
  }

  TestCall.Answer answer(Application application, APIGatewayV2HTTPEvent event) {
    return new TestCall.Answer(handler(application).handleRequest(event, new TestContext()));
  }

  private RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler(
      Application application) {
    return switch (this) {
      case START -> new StartHandler(application);
      case START_PHONE -> new StartPhoneHandler(application);
      case COLLECT -> new CollectHandler(application);
      case CANCEL -> new CancelHandler(application);
      case REGISTER -> new RegisterProcessHandler(application);
      case GET_PROCESS -> new GetProcessHandler(application);
      case WITHDRAW -> new WithdrawProcessHandler(application);
      case GET_EVIDENCE -> new GetEvidenceHandler(application);
    };
  }
}
