package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.bankid.Completion;

/** BankID's answer to {@code /collect}. */
final class CollectAnswer {
  private CollectAnswer() {}

  static Collected read(String orderRef, Reply.Answer answer, Hints hints) {
    if (answer.status() == 200) {
      return JsonObject.parse(answer.body())
          .filter(body -> body.text("orderRef").orElse(orderRef).equals(orderRef))
          .map(body -> read(orderRef, body, answer.body(), hints))
          .orElseGet(CollectAnswer::unexpected);
    }
    return Faults.isError(answer, "invalidParameters")
        ? new Collected.NoSuchOrder()
        : new Collected.NoAnswer(Faults.of(answer));
  }

  private static Collected read(String orderRef, JsonObject body, String raw, Hints hints) {
    return switch (body.text("status").orElse("")) {
      case "pending" -> new Collected.Pending(hints.pending(body.text("hintCode")));
      case "failed" -> new Collected.Failed(hints.failed(body.text("hintCode")));
      case "complete" -> new Collected.Complete(completion(orderRef, body, raw));
      default -> unexpected();
    };
  }

  /**
   * Whatever is missing: BankID hands a completion out once, so it is kept as it came, and the
   * verification finds fault with what is empty.
   */
  private static Completion completion(String orderRef, JsonObject body, String raw) {
    JsonObject data = body.object("completionData");
    JsonObject user = data.object("user");
    JsonObject device = data.object("device");
    return new Completion(
        raw,
        orderRef,
        new Completion.Signer(
            orEmpty(user, "personalNumber"),
            orEmpty(user, "name"),
            orEmpty(user, "givenName"),
            orEmpty(user, "surname")),
        new Completion.Device(orEmpty(device, "ipAddress"), device.text("uhi")),
        orEmpty(data, "signature"),
        orEmpty(data, "ocspResponse"));
  }

  private static String orEmpty(JsonObject object, String member) {
    return object.text(member).orElse("");
  }

  private static Collected unexpected() {
    return new Collected.NoAnswer(new Fault.Unexpected());
  }
}
