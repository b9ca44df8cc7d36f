package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId.Fault;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The meaning of answers other than 200 ({@code docs/bankid.md#errors}). */
final class Faults {
  /** The wait before a retry if BankID does not name one. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** A longer wait is ignored: RateLimit-Reset may be an instant instead of a duration. */
  private static final long MAX_RETRY_AFTER_SECONDS = 3_600;

  private static final Pattern SECONDS = Pattern.compile(" *0*([1-9][0-9]{0,3}) *");

  private Faults() {}

  static Fault unavailable() {
    return new Fault.Unavailable(RETRY_AFTER);
  }

  static Fault of(Reply.Answer answer) {
    return switch (answer.status()) {
      case 429, 503 -> new Fault.Unavailable(retryAfter(answer.headers()));
      default -> isRefusal(answer) ? new Fault.Refused() : new Fault.Unexpected();
    };
  }

  /**
   * Returns whether the answer is a 400 with this code. The comparison ignores case, because
   * BankID's case cannot be relied on.
   */
  static boolean isError(Reply.Answer answer, String errorCode) {
    return answer.status() == 400
        && JsonObject.parse(answer.body())
            .flatMap(body -> body.text("errorCode"))
            .filter(errorCode::equalsIgnoreCase)
            .isPresent();
  }

  /**
   * Returns whether BankID does not recognize the order: it has ended, is too old, or was created
   * with another certificate.
   */
  static boolean isNoSuchOrder(Reply.Answer answer) {
    return isError(answer, "invalidParameters");
  }

  /**
   * Returns whether BankID would refuse the same request again. A request that came too slowly
   * (408) or too soon (429) may succeed later.
   */
  static boolean isRefusal(Reply.Answer answer) {
    return answer.status() / 100 == 4 && answer.status() != 408 && answer.status() != 429;
  }

  /** Describes an error to an operator, without quoting what was sent. */
  static BankIdEvent.ErrorAnswer told(String call, String sent, Reply.Answer answer) {
    Optional<JsonObject> body = JsonObject.parse(answer.body());
    return new BankIdEvent.ErrorAnswer(
        call,
        answer.status(),
        Word.of(body.flatMap(error -> error.text("errorCode"))),
        body.flatMap(error -> error.text("details")).map(new SentText(sent)::maskedIn).orElse(""),
        isRefusal(answer));
  }

  private static Duration retryAfter(HttpHeaders headers) {
    return Stream.of("Retry-After", "RateLimit-Reset")
        .map(headers::firstValue)
        .flatMap(Optional::stream)
        .map(SECONDS::matcher)
        .filter(seconds -> seconds.matches())
        .map(seconds -> Long.parseLong(seconds.group(1)))
        .filter(seconds -> seconds <= MAX_RETRY_AFTER_SECONDS)
        .findFirst()
        .map(Duration::ofSeconds)
        .orElse(RETRY_AFTER);
  }
}
