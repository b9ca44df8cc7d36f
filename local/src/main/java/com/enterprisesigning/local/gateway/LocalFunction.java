package com.enterprisesigning.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A function as Lambda runs it: events and answers pass as JSON through Lambda's own serialization,
 * so that the handler sees what it would see there. One instance serves all calls at once, as
 * Lambda Managed Instances do.
 */
final class LocalFunction {
  /** An HTTP API waits no longer for an integration. */
  private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(30);

  private final FunctionDefinition definition;
  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final PojoSerializer<APIGatewayV2HTTPEvent> events =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, LocalFunction.class.getClassLoader());
  private final PojoSerializer<APIGatewayV2HTTPResponse> answers =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPResponse.class, LocalFunction.class.getClassLoader());

  LocalFunction(
      FunctionDefinition definition,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      Clock clock) {
    this.definition = definition;
    this.handler = handler;
    this.clock = clock;
  }

  /**
   * Runs the handler.
   *
   * @param event in payload format 2.0, JSON
   */
  Invocation invoke(String event) {
    boolean functionEndsFirst = definition.timeout().compareTo(GATEWAY_TIMEOUT) <= 0;
    Duration patience = functionEndsFirst ? definition.timeout() : GATEWAY_TIMEOUT;
    FutureTask<byte[]> run = new FutureTask<>(() -> handle(event));
    Thread thread = Thread.ofVirtual().name(definition.name()).start(run);
    try {
      return new Invocation.Answered(
          json.readTree(run.get(patience.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (TimeoutException e) {
      thread.interrupt();
      report("Task timed out after " + patience.toSeconds() + " seconds");
      return functionEndsFirst ? new Invocation.Failed() : new Invocation.NoAnswer();
    } catch (ExecutionException e) {
      report("the handler threw " + e.getCause().getClass().getName() + at(e.getCause()));
      return new Invocation.Failed();
    } catch (IOException e) {
      report("the handler's answer is not JSON");
      return new Invocation.Failed();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Invocation.NoAnswer();
    }
  }

  private byte[] handle(String event) {
    // What a handler finds by ServiceLoader is what its own class path has, as on Lambda.
    Thread.currentThread().setContextClassLoader(handler.getClass().getClassLoader());
    String requestId = UUID.randomUUID().toString();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answers.toJson(
        handler.handleRequest(
            events.fromJson(event),
            new InvocationContext(
                definition, requestId, clock.instant().plus(definition.timeout()), clock)),
        answer);
    return answer.toByteArray();
  }

  /** Where it was thrown, without the message, which might hold what no log may. */
  private static String at(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private void report(String what) {
    System.err.println(definition.name() + ": " + what);
  }
}
