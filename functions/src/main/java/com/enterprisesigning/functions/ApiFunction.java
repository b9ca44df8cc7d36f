package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.functions.log.Printable;
import com.enterprisesigning.functions.metrics.Metric;
import com.enterprisesigning.functions.snapshot.PrimingContext;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.functions.snapshot.RuntimeSerialization;
import com.enterprisesigning.http.ApiAnswer;
import com.enterprisesigning.http.ApiRequest;
import com.enterprisesigning.http.Endpoint;
import com.enterprisesigning.signing.CompletionLost;
import com.enterprisesigning.signing.SigningApi;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The part that all handlers share: it turns an event into a request, the answer into a response
 * and a bug into a 500, and logs one line. Safe for many threads. See {@code
 * docs/architecture.md#on-aws}.
 */
final class ApiFunction {
  private static final Logger LOG = LoggerFactory.getLogger(ApiFunction.class);

  private final Application application;
  private final BiFunction<SigningApi, Clock, Endpoint> endpoints;

  /**
   * Answers one call of the contract.
   *
   * @param endpoints makes the call's endpoint from the core and the clock
   */
  ApiFunction(Application application, BiFunction<SigningApi, Clock, Endpoint> endpoints) {
    this.application = application;
    this.endpoints = endpoints;
  }

  /**
   * Creates the function as Lambda does, with settings from the environment.
   *
   * @param priming an event that changes nothing, answered before a snapshot is taken
   */
  static ApiFunction onLambda(
      RequiredSecrets needs,
      BiFunction<SigningApi, Clock, Endpoint> endpoints,
      APIGatewayV2HTTPEvent priming) {
    ApiFunction function = new ApiFunction(Application.onLambda(needs), endpoints);
    function
        .application
        .startup()
        .begin(
            System.getenv(),
            () ->
                RuntimeSerialization.rehearse(
                    priming, function.answer(priming, new PrimingContext())));
    return function;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> logged(event, context));
  }

  private APIGatewayV2HTTPResponse logged(APIGatewayV2HTTPEvent event, Context context) {
    ApiRequest request = ApiEvents.request(event, context.getAwsRequestId());
    // Set through MDC: having Powertools find the id by a JMESPath expression costs a cold start
    // 140 ms.
    MDC.put("correlation_id", Printable.text(request.requestId()));
    // Every decision is logged with the caller's IP. The end user of a start may have another one.
    MDC.put("caller_ip", Printable.text(request.sourceIp()));
    Invocation invocation =
        application.invocation(InvocationDeadline.of(context, application.clock()));
    ApiAnswer answer = invocation.whole().on(() -> answer(request, endpoint(invocation))).answer();
    tell(event, answer, invocation);
    return ApiEvents.response(answer);
  }

  private static void tell(APIGatewayV2HTTPEvent event, ApiAnswer answer, Invocation invocation) {
    List<Object> members = new ArrayList<>();
    // The route, such as "GET /signing/processes/{id}", contains no id.
    members.add(entry("call", Printable.text(String.valueOf(event.getRouteKey()))));
    members.add(entry("status", answer.status()));
    members.add(entry("reason", answer.reason().map(Enum::name).orElse("NONE")));
    members.addAll(invocation.measures());
    LOG.info("Call answered", members.toArray());
  }

  private Endpoint endpoint(Invocation invocation) {
    return endpoints.apply(application.api().apply(invocation), application.clock());
  }

  private ApiAnswer answer(ApiRequest request, Endpoint endpoint) {
    try {
      return endpoint.answer(request);
    } catch (CompletionLost e) {
      application.metrics().count(Metric.SIGNATURES_LOST);
      return failed("Signature lost", e, request, endpoint);
    } catch (StoreUnavailable e) {
      return failed("Table unavailable", e, request, endpoint);
    } catch (RuntimeException e) {
      return failed("Bug", e, request, endpoint);
    }
  }

  private ApiAnswer failed(
      String happened, RuntimeException fault, ApiRequest request, Endpoint endpoint) {
    application.metrics().count(Metric.INTERNAL_ERRORS);
    LOG.error(happened, entry("fault", Faults.text(fault)));
    return endpoint.internalError(request);
  }
}
