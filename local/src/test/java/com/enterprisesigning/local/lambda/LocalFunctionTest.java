package com.enterprisesigning.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.local.template.FunctionDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** A function runs a limited number of calls at once. */
class LocalFunctionTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Held handler = new Held();
  private final LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function =
      new LocalFunction<>(
          new FunctionDefinition("Held", Held.class.getName(), PATIENCE, 1024, List.of()),
          handler,
          APIGatewayV2HTTPEvent.class,
          APIGatewayV2HTTPResponse.class,
          Clock.systemUTC());

  /** A handler whose calls end when the test says so. */
  private static final class Held
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      begun.release();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();
    }
  }

  @Test
  void invoke_waitsForItsTurn_andGivesUpWithItsCaller() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Invocation>> running = new ArrayList<>();
      for (int i = 0; i < LocalFunction.AT_ONCE; i++) {
        running.add(callers.submit(() -> function.invoke("{}", PATIENCE)));
      }
      handler.begun.acquire(LocalFunction.AT_ONCE);
      Future<Invocation> waiting = callers.submit(() -> function.invoke("{}", PATIENCE));

      assertInstanceOf(Invocation.NoAnswer.class, function.invoke("{}", Duration.ofMillis(1)));
      assertEquals(0, handler.begun.availablePermits());
      handler.end.countDown();
      running.add(waiting);
      for (Future<Invocation> one : running) {
        assertInstanceOf(Invocation.Answered.class, one.get());
      }
      assertEquals(1, handler.begun.availablePermits());
    }
  }
}
