package com.enterprisesigning.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a function as Lambda does. Events and answers pass as JSON through Lambda's own
 * serialization, so that the handler sees what it would see on Lambda. One instance serves several
 * calls concurrently, as Lambda Managed Instances do.
 *
 * @param <E> the event that its trigger sends
 * @param <A> the answer that its trigger reads
 */
public final class LocalFunction<E, A> {
  /**
   * How many calls run at the same time; further calls wait. Without a limit, hundreds of calls
   * would share a few cores, and all of them would run into their time-outs together.
   */
  static final int AT_ONCE = 16;

  private final Semaphore running = new Semaphore(AT_ONCE, true);
  private final FunctionDefinition definition;
  private final RequestHandler<E, A> handler;
  private final Clock clock;
  private final PojoSerializer<E> events;
  private final PojoSerializer<A> answers;

  /**
   * @param handler an instance of the class that the definition names
   * @param clock measures the handler's remaining time
   */
  public LocalFunction(
      FunctionDefinition definition,
      RequestHandler<E, A> handler,
      Class<E> event,
      Class<A> answer,
      Clock clock) {
    this.definition = definition;
    this.handler = handler;
    this.clock = clock;
    ClassLoader loader = LocalFunction.class.getClassLoader();
    this.events = LambdaEventSerializers.serializerFor(event, loader);
    this.answers = LambdaEventSerializers.serializerFor(answer, loader);
  }

  /**
   * Runs the handler.
   *
   * @param event as JSON
   * @param callersPatience how long the caller waits, if the function may run longer
   */
  public Invocation invoke(String event, Duration callersPatience) {
    boolean functionEndsFirst = definition.timeout().compareTo(callersPatience) <= 0;
    Duration patience = functionEndsFirst ? definition.timeout() : callersPatience;
    FutureTask<String> run = new FutureTask<>(() -> handleInTurn(event));
    Thread thread = Thread.ofVirtual().name(definition.name()).unstarted(run);
    try {
      if (!running.tryAcquire(callersPatience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Invocation.NoAnswer();
      }
      thread.start();
      return new Invocation.Answered(
          Json.read(run.get(patience.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (TimeoutException e) {
      thread.interrupt();
      report("Task timed out after " + patience.toSeconds() + " seconds");
      return functionEndsFirst ? new Invocation.Failed() : new Invocation.NoAnswer();
    } catch (ExecutionException e) {
      report("the handler threw " + e.getCause().getClass().getName() + at(e.getCause()));
      return new Invocation.Failed();
    } catch (JsonProcessingException e) {
      report("the handler's answer is not JSON");
      return new Invocation.Failed();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Invocation.NoAnswer();
    }
  }

  private String handleInTurn(String event) {
    try {
      return handle(event);
    } finally {
      running.release();
    }
  }

  private String handle(String event) {
    // As on Lambda, ServiceLoader finds what is on the handler's own class path.
    Thread.currentThread().setContextClassLoader(handler.getClass().getClassLoader());
    String requestId = UUID.randomUUID().toString();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answers.toJson(
        handler.handleRequest(
            events.fromJson(event),
            new InvocationContext(
                definition, requestId, clock.instant().plus(definition.timeout()), clock)),
        answer);
    return answer.toString(StandardCharsets.UTF_8);
  }

  /**
   * Returns where the exception was thrown. The exception's message is left out, because it might
   * contain something that must not be logged.
   */
  private static String at(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private void report(String what) {
    System.err.println(definition.name() + ": " + what);
  }
}
