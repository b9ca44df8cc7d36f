package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.Launch;
import com.enterprisesigning.bankid.OrderRequest;
import java.util.Optional;

/** BankID's answer to {@code /sign} and {@code /phone/sign}. */
final class CreateAnswer {
  private CreateAnswer() {}

  static Created read(OrderRequest request, Reply.Answer answer) {
    if (answer.status() == 200) {
      // A 200 that cannot be read means an order may exist that nobody can name.
      return JsonObject.parse(answer.body())
          .flatMap(body -> order(request, body))
          .orElseGet(Created.NoAnswer::new);
    }
    return Faults.isError(answer, "alreadyInProgress")
        ? new Created.AlreadyInProgress()
        : new Created.Refused(Faults.of(answer));
  }

  private static Optional<Created> order(OrderRequest request, JsonObject body) {
    Optional<String> orderRef = body.text("orderRef");
    return switch (request) {
      case OrderRequest.PhoneSign _ ->
          orderRef.map(order -> new Created.Order(order, Optional.empty()));
      case OrderRequest.Sign _ ->
          orderRef.flatMap(
              order -> launch(body).map(launch -> new Created.Order(order, Optional.of(launch))));
    };
  }

  private static Optional<Launch> launch(JsonObject body) {
    return body.text("autoStartToken")
        .flatMap(autoStartToken ->
            body.text("qrStartToken")
                .flatMap(qrStartToken ->
                    body.text("qrStartSecret")
                        .map(qrStartSecret ->
                            new Launch(autoStartToken, qrStartToken, qrStartSecret))));
  }
}
