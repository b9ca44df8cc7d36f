package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Json;
import com.enterprisesigning.simulator.http.Request;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderBook;
import com.enterprisesigning.simulator.order.OrderBook.Collected;
import com.enterprisesigning.simulator.order.OrderBook.Created;
import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.order.Script;
import com.enterprisesigning.simulator.person.PersonalNumber;
import com.enterprisesigning.simulator.role.Play;
import com.enterprisesigning.simulator.role.Role;
import com.enterprisesigning.simulator.role.Roles;
import com.enterprisesigning.simulator.signature.SignatureFault;
import com.enterprisesigning.simulator.signature.Signer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls of {@code /rp/v6.0}, from request to answer, without a socket. */
public final class RpApi {
  /** The beginning of every call's path. */
  public static final String PATH = "/rp/v6.0";

  /** In bytes; enough for the longest texts and all other members. */
  public static final int BODY_LIMIT = 300_000;

  /** The answer to a call that hits a bug. */
  public static final Answer FAULT =
      new RpRefusal(500, "internalError", "The simulator has a bug. Its log says more").answer();

  /** The answer to a call whose body takes too long to arrive. */
  public static final Answer SLOW =
      new RpRefusal(408, "requestTimeout", "The message was not received in time").answer();

  private final OrderBook book;
  private final Roles roles;
  private final Signer signer;
  private final IssueDate issueDate;

  public RpApi(OrderBook book, Roles roles, Signer signer, IssueDate issueDate) {
    this.book = book;
    this.roles = roles;
    this.signer = signer;
    this.issueDate = issueDate;
  }

  /**
   * Answers one request; every error is an answer too ({@code docs/bankid.md#errors}).
   *
   * @param caller empty if there is no client certificate
   */
  public Answer answer(Request request, Optional<RelyingParty> caller) {
    try {
      RelyingParty owner =
          caller.orElseThrow(
              () -> new RpRefusal(401, "unauthorized", "A client certificate is required"));
      if (owner.isBlocked()) {
        throw new RpRefusal(403, "unauthorized", "This client certificate has no access");
      }
      return new Answer(200, perform(request, owner));
    } catch (RpRefusal refusal) {
      return refusal.answer();
    }
  }

  private JsonNode perform(Request request, RelyingParty owner) {
    return switch (request.path()) {
      case PATH + "/sign" -> create(owner, OrderKind.SIGN, body(request));
      case PATH + "/phone/sign" -> create(owner, OrderKind.PHONE, body(request));
      case PATH + "/auth" -> create(owner, OrderKind.AUTH, body(request));
      case PATH + "/phone/auth" -> create(owner, OrderKind.PHONE_AUTH, body(request));
      case PATH + "/collect" -> collect(owner, orderRef(body(request)));
      case PATH + "/cancel" -> cancel(owner, orderRef(body(request)));
      default -> throw new RpRefusal(404, "notFound", "No such path");
    };
  }

  private static JsonNode body(Request request) {
    if (!request.method().equals("POST")) {
      throw new RpRefusal(405, "methodNotAllowed", "Only POST is allowed", Map.of("Allow", "POST"));
    }
    if (!request.contentType().equals(Optional.of("application/json"))) {
      throw new RpRefusal(
          415, "unsupportedMediaType", "Content-Type must be exactly application/json");
    }
    if (request.body().length > BODY_LIMIT) {
      throw RpRefusal.invalidParameters("The message is too big");
    }
    try {
      return Json.read(request.body());
    } catch (IOException e) {
      throw RpRefusal.invalidParameters("The message is not JSON");
    }
  }

  private ObjectNode create(RelyingParty owner, OrderKind kind, JsonNode body) {
    OrderRequest request = OrderReader.read(kind, body);
    Optional<Role> role = request.personalNumber().flatMap(roles::find);
    if (role.isPresent() && role.get().play() instanceof Play.Refused refused) {
      throw RpRefusal.onPurpose(refused.status(), refused.errorCode(), refused.details());
    }
    Script script =
        role.map(it -> it.script(kind, request.requirement().mrtd())).orElse(Script.NOBODY);
    return switch (book.create(owner, request, script)) {
      case Created.AlreadyInProgress _ -> throw RpRefusal.alreadyInProgress();
      case Created.Running(Order order) -> {
        ObjectNode answer = Json.object().put("orderRef", order.orderRef());
        order
            .launch()
            .ifPresent(launch ->
                answer
                    .put("autoStartToken", launch.autoStartToken())
                    .put("qrStartToken", launch.qrStartToken())
                    .put("qrStartSecret", launch.qrStartSecret()));
        yield answer;
      }
    };
  }

  private ObjectNode collect(RelyingParty owner, String orderRef) {
    ObjectNode answer = Json.object().put("orderRef", orderRef);
    return switch (book.collect(owner, orderRef)) {
      case Collected.Pending(String hintCode) ->
          answer.put("status", "pending").put("hintCode", hintCode);
      case Collected.Failed(String hintCode) ->
          answer.put("status", "failed").put("hintCode", hintCode);
      case Collected.Faulty(int status, String errorCode) ->
          throw RpRefusal.onPurpose(status, errorCode, "Asked for by /sandbox/collect-error");
      case Collected.Complete(Order order, Instant signedAt) ->
          answer.put("status", "complete").set("completionData", completion(order, signedAt));
      case Collected.NoSuchOrder _ -> throw RpRefusal.noSuchOrder();
    };
  }

  private ObjectNode completion(Order order, Instant signedAt) {
    PersonalNumber personalNumber = order.person().orElseThrow();
    Optional<Role> role = roles.find(personalNumber);
    SignatureFault fault = role.map(Role::fault).orElse(SignatureFault.NONE);
    Risk risk = role.flatMap(Role::risk).orElse(order.request().risk());
    var person = roles.person(personalNumber);
    return Completion.data(
        order, person, risk, signer.sign(order, person, signedAt, fault), issueDate);
  }

  private ObjectNode cancel(RelyingParty owner, String orderRef) {
    if (!book.cancel(owner, orderRef)) {
      throw RpRefusal.noSuchOrder();
    }
    return Json.object();
  }

  private static String orderRef(JsonNode body) {
    return new Members(body, "request", Set.of("orderRef"))
        .requiredText("orderRef", Members.length(1, 100));
  }
}
