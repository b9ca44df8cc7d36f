package com.enterprisesigning.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.enterprisesigning.local.console.AnsweredCall;
import com.enterprisesigning.local.template.Template;
import com.enterprisesigning.local.web.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A gateway with its own template. It accepts only the token {@code Bearer good}. */
final class TestGateway implements AutoCloseable {
  private static final String TEMPLATE =
      """
      Globals:
        Function: {Timeout: 20}
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema:
              - {AttributeName: pk, KeyType: HASH}
              - {AttributeName: sk, KeyType: RANGE}
        Echo:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.enterprisesigning.local.gateway.EchoHandler::handleRequest
            Role: !GetAtt Role.Arn
            Events:
              Post: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: post, Path: /things}}
              Get: {Type: HttpApi, Properties: {Method: GET, Path: '/things/{id}'}}
        Exact:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.enterprisesigning.local.gateway.EchoHandler
            Events:
              Get: {Type: HttpApi, Properties: {Method: GET, Path: /things/newest}}
        Failing:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.enterprisesigning.local.gateway.FailingHandler
            Events:
              Get: {Type: HttpApi, Properties: {Method: GET, Path: /failing}}
        Hanging:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.enterprisesigning.local.gateway.HangingHandler
            Events:
              Get: {Type: HttpApi, Properties: {Method: GET, Path: /hanging}}
        Short:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.enterprisesigning.local.gateway.HangingHandler
            Timeout: 1
            Events:
              Get: {Type: HttpApi, Properties: {Method: GET, Path: /short}}
        Queue:
          Type: AWS::SQS::Queue
        Unrelated:
          Type: AWS::Serverless::Function
          Properties:
            Handler: no.such.Handler
            Events:
              Queue: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}
      """;

  private final LoopbackServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private final Queue<AnsweredCall> calls;

  private TestGateway(LoopbackServer server, Queue<AnsweredCall> calls) {
    this.server = server;
    this.calls = calls;
  }

  /** Returns the calls that it has answered, in order. */
  List<AnsweredCall> calls() {
    return List.copyOf(calls);
  }

  static TestGateway start() throws IOException {
    LoopbackServer server = LoopbackServer.bind(0, "the gateway");
    Queue<AnsweredCall> calls = new ConcurrentLinkedQueue<>();
    server.mount(
        "/",
        new Gateway(
            Template.parse(TEMPLATE).functions(),
            TestGateway::handler,
            header ->
                header.filter("Bearer good"::equals).isPresent()
                    ? new Authorizer.Allowed(Map.of("client_id", "demo", "scope", "a b"))
                    : new Authorizer.Denied("Bearer"),
            Clock.systemUTC(),
            calls::add));
    server.start();
    return new TestGateway(server, calls);
  }

  @SuppressWarnings("unchecked") // the template names only handlers of one kind
  private static <E, A> RequestHandler<E, A> handler(String className) {
    try {
      return (RequestHandler<E, A>)
          Class.forName(className).asSubclass(RequestHandler.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Builds a request with a good token. */
  HttpRequest.Builder request(String path) {
    return unauthorized(path).header("Authorization", "Bearer good");
  }

  HttpRequest.Builder unauthorized(String path) {
    return HttpRequest.newBuilder(url().resolve(path));
  }

  URI url() {
    return server.url();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpClient http() {
    return http;
  }

  /** Sends a request to the echo, and returns the event that it saw. */
  JsonNode event(HttpRequest.Builder request) throws Exception {
    return new ObjectMapper().readTree(send(request).body());
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.close();
  }
}
