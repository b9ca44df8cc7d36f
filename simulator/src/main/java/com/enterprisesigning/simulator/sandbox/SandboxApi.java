package com.enterprisesigning.simulator.sandbox;

import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Request;
import com.enterprisesigning.simulator.order.OrderBook;
import com.enterprisesigning.simulator.order.Phone;
import com.enterprisesigning.simulator.order.PhoneRefusal;
import com.enterprisesigning.simulator.person.PersonalNumber;
import com.enterprisesigning.simulator.role.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/** The calls under {@code /sandbox}, from request to answer, without a socket. */
public final class SandboxApi {
  /** In bytes. */
  public static final int BODY_LIMIT = PhoneRequest.BODY_LIMIT;

  /** The answer to a call that hits a bug. */
  public static final Answer FAULT =
      new SandboxRefusal(500, "The simulator has a bug. Its log says more.").answer();

  /** The answer to a call whose body takes too long to arrive. */
  public static final Answer SLOW =
      new SandboxRefusal(408, "The body was not received in time.").answer();

  private static final String PERSONAL_NUMBER = "personal_number=";

  private final OrderBook book;
  private final Phone phone;
  private final Roles roles;

  public SandboxApi(OrderBook book, Roles roles) {
    this.book = book;
    this.phone = new Phone(book);
    this.roles = roles;
  }

  /** Answers one request; every error is an answer too: {@code {"message":…}}. */
  public Answer answer(Request request) {
    try {
      return new Answer(200, perform(request));
    } catch (PhoneRefusal refusal) {
      return SandboxRefusal.of(refusal).answer();
    } catch (SandboxRefusal refusal) {
      return refusal.answer();
    }
  }

  private JsonNode perform(Request request) {
    return switch (request.path()) {
      case "/orders" -> {
        allow("GET", request);
        yield orders(personalNumber(request));
      }
      case "/roles" -> {
        allow("GET", request);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        roles.all().forEach(role -> all.add(SandboxJson.role(role)));
        yield all;
      }
      case "/phone/scan" -> {
        PhoneRequest body = body(request);
        yield SandboxJson.orderWithText(phone.scan(body.qrCode(), body.personalNumberIfAny()));
      }
      case "/phone/open" -> {
        PhoneRequest body = body(request);
        yield SandboxJson.orderWithText(
            phone.open(body.autostartToken(), body.personalNumberIfAny()));
      }
      case "/phone/answer" ->
          SandboxJson.orderWithText(phone.answer(body(request).personalNumber()));
      case "/phone/confirm-call" -> SandboxJson.order(phone.confirmCall(body(request).orderRef()));
      case "/phone/deny-call" -> SandboxJson.order(phone.denyCall(body(request).orderRef()));
      case "/phone/sign" -> SandboxJson.order(phone.sign(body(request).orderRef()));
      case "/phone/cancel" -> SandboxJson.order(phone.cancel(body(request).orderRef()));
      case "/phone/hint" -> {
        PhoneRequest body = body(request);
        yield SandboxJson.order(phone.hint(body.orderRef(), body.hintCode()));
      }
      case "/phone/fail" -> {
        PhoneRequest body = body(request);
        yield SandboxJson.order(phone.fail(body.orderRef(), body.hintCode()));
      }
      case "/collect-error" -> {
        PhoneRequest body = body(request);
        yield SandboxJson.order(phone.fault(body.orderRef(), body.fault(), body.seconds()));
      }
      default ->
          throw new SandboxRefusal(
              404,
              "There is no such path. The paths are /sandbox/orders, /sandbox/roles,"
                  + " /sandbox/collect-error and"
                  + " /sandbox/phone/{scan,open,answer,confirm-call,deny-call,sign,cancel,hint,fail}.");
    };
  }

  private static PhoneRequest body(Request request) {
    allow("POST", request);
    return PhoneRequest.read(request);
  }

  private ArrayNode orders(Optional<PersonalNumber> of) {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    book.journal().stream()
        .filter(entry -> of.isEmpty() || entry.personalNumber().equals(of))
        .map(SandboxJson::entry)
        .forEach(entries::add);
    return entries;
  }

  private static Optional<PersonalNumber> personalNumber(Request request) {
    return request
        .query()
        .map(query -> {
          if (!query.startsWith(PERSONAL_NUMBER)) {
            throw SandboxRefusal.invalid("The only parameter is personal_number.");
          }
          return PhoneRequest.personalNumber(query.substring(PERSONAL_NUMBER.length()));
        });
  }

  private static void allow(String method, Request request) {
    if (!request.method().equals(method)) {
      throw new SandboxRefusal(405, "Only " + method + " is allowed.", Map.of("Allow", method));
    }
  }
}
