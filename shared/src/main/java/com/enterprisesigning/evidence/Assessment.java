package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Completion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What BankID's answer says about the order and the signer's BankID besides the signature ({@code
 * docs/bankid.md#collect}). Nothing of it is signed. A member is absent if BankID's answer lacks
 * it, has another value than BankID documents, or was too large to keep.
 *
 * @param risk BankID's {@code low}, {@code moderate} or {@code high}
 * @param bankIdIssueDate when the signer's BankID was issued: a date, perhaps with an offset
 * @param mrtd whether the signer's ID document was read for this order
 */
public record Assessment(
    Optional<String> risk, Optional<String> bankIdIssueDate, Optional<Boolean> mrtd) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> RISKS = Set.of("low", "moderate", "high");
  private static final Predicate<String> DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(Z|[+-]\\d{2}:\\d{2})?").asMatchPredicate();
  private static final Assessment NONE =
      new Assessment(Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads the assessment from the kept answer. */
  public static Assessment of(Completion completion) {
    try {
      // Read from bytes, because the parser then skips a byte order mark.
      return read(JSON.readTree(completion.raw().getBytes(UTF_8)).path("completionData"));
    } catch (IOException e) {
      return NONE;
    }
  }

  private static Assessment read(JsonNode data) {
    JsonNode mrtd = data.path("stepUp").path("mrtd");
    return new Assessment(
        text(data, "risk").filter(RISKS::contains),
        text(data, "bankIdIssueDate").filter(DATE),
        mrtd.isBoolean() ? Optional.of(mrtd.booleanValue()) : Optional.empty());
  }

  private static Optional<String> text(JsonNode data, String member) {
    return Optional.ofNullable(data.path(member).textValue());
  }
}
