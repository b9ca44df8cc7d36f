package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.functions.log.Faults;
import com.enterprisesigning.functions.log.Printable;
import com.enterprisesigning.functions.metrics.Measures;
import com.enterprisesigning.functions.metrics.Metric;
import com.enterprisesigning.functions.snapshot.PrimingContext;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.functions.snapshot.RuntimeSerialization;
import com.enterprisesigning.http.ApiAnswer;
import com.enterprisesigning.http.ApiRequest;
import com.enterprisesigning.http.Endpoint;
import com.enterprisesigning.secrets.SecretsUnavailable;
import com.enterprisesigning.signing.CompletionLost;
import com.enterprisesigning.signing.LeaseLeft;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.signing.SigningService;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * Handles one call of the contract: turns the event into a request, the answer into a response, a
 * bug into a 500 and an outage of the table into a 503, and logs one line. Safe for many threads.
 * See {@code docs/architecture.md#on-aws}.
 */
abstract class ApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  private final Application application;
  private final Endpoint endpoint;

  /**
   * Creates the handler for an application that is already wired.
   *
   * @param endpoint makes the call's endpoint from the core and the clock
   */
  ApiHandler(Application application, BiFunction<SigningService, Clock, Endpoint> endpoint) {
    this(application, it -> endpoint.apply(it.service(), it.clock()));
  }

  /** Creates the handler of a call that needs more of the application. */
  ApiHandler(Application application, Function<Application, Endpoint> endpoint) {
    this.application = application;
    this.endpoint = endpoint.apply(application);
  }

  /**
   * Creates the handler as Lambda does, with settings from the environment.
   *
   * @param priming an event that changes nothing, answered before a snapshot is taken
   */
  ApiHandler(
      RequiredSecrets needs,
      BiFunction<SigningService, Clock, Endpoint> endpoint,
      APIGatewayV2HTTPEvent priming) {
    this(needs, it -> endpoint.apply(it.service(), it.clock()), priming);
  }

  /** Creates the handler of a call that needs more of the application, as Lambda does. */
  ApiHandler(
      RequiredSecrets needs,
      Function<Application, Endpoint> endpoint,
      APIGatewayV2HTTPEvent priming) {
    this(Application.onLambda(needs), endpoint);
    application
        .startup()
        .begin(
            System.getenv(),
            () ->
                RuntimeSerialization.rehearse(
                    priming, handleRequest(priming, new PrimingContext())));
  }

  @Override
  public final APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> logged(event, context));
  }

  private APIGatewayV2HTTPResponse logged(APIGatewayV2HTTPEvent event, Context context) {
    ApiRequest request =
        ApiEvents.request(
            event, context.getAwsRequestId(), InvocationDeadline.of(context, application.clock()));
    // Set through MDC: having Powertools find the id by a JMESPath expression costs a cold start
    // 140 ms.
    MDC.put("correlation_id", Printable.text(request.requestId()));
    // Every decision is logged with the caller's IP. The end user of a start may have another one.
    MDC.put("caller_ip", Printable.text(request.sourceIp()));
    Measures measures = new Measures(application.nanoTime());
    ApiAnswer answer = measures.during(() -> answer(request));
    if (answer.reason().equals(Optional.of(Reason.SERVICE_UNAVAILABLE))) {
      application.metrics().count(Metric.SERVICE_UNAVAILABLE);
    }
    tell(event, answer, measures);
    return ApiEvents.response(answer);
  }

  private static void tell(APIGatewayV2HTTPEvent event, ApiAnswer answer, Measures measures) {
    List<Object> members = new ArrayList<>();
    // The route key is a template ("GET /signing/processes/{id}"), so no real id is logged.
    members.add(entry("call", Printable.text(String.valueOf(event.getRouteKey()))));
    members.add(entry("status", answer.status()));
    members.add(entry("reason", answer.reason().map(Enum::name).orElse("NONE")));
    members.addAll(measures.members());
    LOG.info("Call answered", members.toArray());
  }

  private ApiAnswer answer(ApiRequest request) {
    try {
      return endpoint.answer(request);
    } catch (CompletionLost e) {
      application.metrics().count(Metric.SIGNATURES_LOST);
      return failed(
          "Signature lost",
          e,
          request,
          e.isHidden() ? Reason.INTERNAL_ERROR : Reason.SIGNATURE_LOST,
          entry("participant", e.order().participantId().toString()),
          entry("attempt", e.order().token().toString()));
    } catch (DigestMismatch e) {
      application.metrics().count(Metric.EVIDENCE_CHANGED);
      return failed(
          "Evidence has changed",
          e,
          request,
          Reason.EVIDENCE_CHANGED,
          entry("participant", e.participantId().toString()));
    } catch (StoreRefused e) {
      return failed("Table refused the call", e, request, Reason.INTERNAL_ERROR);
    } catch (LeaseLeft e) {
      return unavailable(
          "Table unavailable", e, request, Refusal.until(Reason.SERVICE_UNAVAILABLE, e.until()));
    } catch (StoreUnavailable e) {
      return unavailable("Table unavailable", e, request, later());
    } catch (SecretsUnavailable e) {
      return unavailable("Secrets Manager unavailable", e, request, later());
    } catch (RuntimeException e) {
      return failed("Bug", e, request, Reason.INTERNAL_ERROR);
    }
  }

  private ApiAnswer failed(
      String happened,
      RuntimeException fault,
      ApiRequest request,
      Reason reason,
      StructuredArgument... concerned) {
    application.metrics().count(Metric.INTERNAL_ERRORS);
    List<Object> members = new ArrayList<>(List.of(concerned));
    members.add(entry("fault", Faults.text(fault)));
    LOG.error(happened, members.toArray());
    return endpoint.refused(request, Refusal.of(reason));
  }

  private ApiAnswer unavailable(
      String happened, RuntimeException fault, ApiRequest request, Refusal refusal) {
    LOG.error(happened, entry("fault", Faults.text(fault)));
    return endpoint.refused(request, refusal);
  }

  private Refusal later() {
    return Refusal.unavailable(application.clock().instant());
  }
}
