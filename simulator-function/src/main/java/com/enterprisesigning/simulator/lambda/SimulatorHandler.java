package com.enterprisesigning.simulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.simulator.dynamodb.DynamoDbConnection;
import com.enterprisesigning.simulator.dynamodb.DynamoDbOrders;
import com.enterprisesigning.simulator.dynamodb.OrdersTable;
import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Json;
import com.enterprisesigning.simulator.order.OrderBook;
import com.enterprisesigning.simulator.order.Orders;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.enterprisesigning.simulator.role.Roles;
import com.enterprisesigning.simulator.rp.IssueDate;
import com.enterprisesigning.simulator.rp.RpApi;
import com.enterprisesigning.simulator.sandbox.SandboxApi;
import com.enterprisesigning.simulator.signature.Signer;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * BankID's wire API under {@code /<PATH_SECRET>/rp/v6.0} and the control API under {@code
 * /<PATH_SECRET>/sandbox}. A function URL does not pass on client certificates, so all callers that
 * know the secret are one relying party.
 */
public final class SimulatorHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String SANDBOX_PATH = "/sandbox";

  private static final RelyingParty RELYING_PARTY =
      new RelyingParty(
          "none", "cn=Sandbox Relying Party,o=SANDBOX NOT BANKID,c=SE", "Sandbox Relying Party");

  private static final Answer NOT_FOUND =
      new Answer(404, Json.object().put("message", "Not Found"));

  private final byte[] pathSecret;
  private final RpApi rp;
  private final SandboxApi sandbox;
  private final CallLog log;
  private final Clock clock;

  /** Creates the handler for Lambda, with settings from the environment and orders in the table. */
  public SimulatorHandler() {
    this(FunctionSettings.from(System.getenv()));
  }

  private SimulatorHandler(FunctionSettings settings) {
    this(
        settings,
        new DynamoDbOrders(
            new OrdersTable(DynamoDbConnection.client(), settings.ordersTableName())),
        Clock.systemUTC(),
        System.out);
  }

  SimulatorHandler(FunctionSettings settings, Orders orders, Clock clock, PrintStream out) {
    Roles roles = new Roles();
    OrderBook book = new OrderBook(orders, clock, settings.secondOrder());
    Signer signer = new Signer(SandboxHierarchy.read());
    this.pathSecret = settings.pathSecret().getBytes(UTF_8);
    this.rp = new RpApi(book, roles, signer, IssueDate.UTC);
    this.sandbox = new SandboxApi(book, roles);
    this.log = new CallLog(out, clock);
    this.clock = clock;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Instant since = clock.instant();
    String path = pathBehindSecret(event.getRawPath());
    Answer answer = answer(event, path, context.getAwsRequestId());
    log.answered(context.getAwsRequestId(), HttpEvents.method(event), path, answer, since);
    return HttpEvents.response(answer);
  }

  /** Returns the path after the secret; empty if the path does not begin with the secret. */
  private String pathBehindSecret(String path) {
    int end = path.indexOf('/', 1);
    boolean isSecret =
        end > 0 && MessageDigest.isEqual(pathSecret, path.substring(1, end).getBytes(UTF_8));
    return isSecret ? path.substring(end) : "";
  }

  private Answer answer(APIGatewayV2HTTPEvent event, String path, String requestId) {
    if (path.startsWith(RpApi.PATH + "/")) {
      return orElse(
          RpApi.FAULT,
          requestId,
          () -> rp.answer(HttpEvents.request(event, path), Optional.of(RELYING_PARTY)));
    }
    if (path.startsWith(SANDBOX_PATH + "/")) {
      String behind = path.substring(SANDBOX_PATH.length());
      return orElse(
          SandboxApi.FAULT, requestId, () -> sandbox.answer(HttpEvents.request(event, behind)));
    }
    return NOT_FOUND;
  }

  private Answer orElse(Answer onFault, String requestId, Supplier<Answer> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      log.fault(requestId, e);
      return onFault;
    }
  }
}
