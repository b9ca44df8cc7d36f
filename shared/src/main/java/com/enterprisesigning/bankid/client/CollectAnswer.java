package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.store.Excerpt;
import com.enterprisesigning.store.Gzip;
import java.util.Optional;

/** BankID's answer to {@code /collect}. */
final class CollectAnswer {
  /**
   * The limit, compressed, for an answer without its signature and OCSP response. Together with the
   * largest signature and OCSP response it fits a DynamoDB item, which holds 400 KB. BankID's
   * answers need less than 1 KB.
   */
  private static final int MAX_REST_BYTES = 8 << 10;

  /** The limit in characters for a name, an address or a device fingerprint. */
  private static final int MAX_LINE = 500;

  private CollectAnswer() {}

  static Collected read(String orderRef, Reply.Answer answer, Hints hints) {
    if (answer.status() == 200) {
      return JsonObject.parse(answer.body())
          .filter(body -> body.text("orderRef").orElse(orderRef).equals(orderRef))
          .map(body -> read(orderRef, body, answer.body(), hints))
          .orElseGet(CollectAnswer::unexpected);
    }
    return Faults.isNoSuchOrder(answer)
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
   * Keeps the completion even if members are missing, because BankID hands it out only once;
   * verification rejects empty members later. A part that is too large to keep is left out, because
   * otherwise the signature would be lost with it.
   */
  private static Completion completion(String orderRef, JsonObject body, String raw) {
    JsonObject data = body.object("completionData");
    JsonObject user = data.object("user");
    JsonObject device = data.object("device");
    String signature = data.text("signature").orElse("");
    String ocspResponse = data.text("ocspResponse").orElse("");
    return new Completion(
        isKept(raw, signature, ocspResponse) ? raw : "",
        orderRef,
        new Completion.Signer(
            line(user, "personalNumber").orElse(""),
            line(user, "name").orElse(""),
            line(user, "givenName").orElse(""),
            line(user, "surname").orElse("")),
        new Completion.Device(line(device, "ipAddress").orElse(""), line(device, "uhi")),
        signature,
        ocspResponse);
  }

  private static boolean isKept(String raw, String signature, String ocspResponse) {
    String rest = Excerpt.of(raw, signature, ocspResponse).rest();
    return Gzip.of(rest).length <= MAX_REST_BYTES;
  }

  private static Optional<String> line(JsonObject object, String member) {
    return object.text(member).filter(text -> text.length() <= MAX_LINE);
  }

  private static Collected unexpected() {
    return new Collected.NoAnswer(new Fault.Unexpected());
  }
}
