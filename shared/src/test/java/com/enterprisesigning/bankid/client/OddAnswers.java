package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.OddJson.member;
import static com.enterprisesigning.OddJson.object;
import static com.enterprisesigning.OddJson.quoted;
import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;

import com.enterprisesigning.OddJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Answers from BankID that are odd in some way. */
final class OddAnswers {
  static final String SIGNATURE = "PD94bWw+";
  static final String OCSP_RESPONSE = "MIIHfgoB";

  private static final Set<String> NEEDED_OF_ANSWER =
      Set.of("orderRef", "status", "completionData");
  private static final Set<String> NEEDED_OF_DATA = Set.of("signature", "ocspResponse");

  /** The members that BankID's answers have, or might have some day. */
  private static final Arbitrary<String> NAMES =
      Arbitraries.of(
          "orderRef",
          "status",
          "hintCode",
          "completionData",
          "errorCode",
          "details",
          "autoStartToken",
          "qrStartToken",
          "qrStartSecret",
          "user",
          "personalNumber",
          "name",
          "givenName",
          "surname",
          "device",
          "ipAddress",
          "uhi",
          "bankIdIssueDate",
          "stepUp",
          "signature",
          "ocspResponse",
          "risk",
          "addedTomorrow",
          "",
          "\u0000");

  private OddAnswers() {}

  /** Completions with all required members, plus any others, in any order. */
  static Arbitrary<String> wholeCompletions() {
    return Combinators.combine(others(NEEDED_OF_ANSWER), others(NEEDED_OF_DATA))
        .flatAs((ofAnswer, ofData) ->
            shuffled(
                    ofData,
                    member("signature", quoted(SIGNATURE)),
                    member("ocspResponse", quoted(OCSP_RESPONSE)))
                .flatMap(data ->
                    shuffled(
                        ofAnswer,
                        member("orderRef", quoted(ORDER_REF)),
                        member("status", "\"complete\""),
                        member("completionData", object(data)))))
        .map(OddJson::object);
  }

  private static Arbitrary<List<String>> others(Set<String> needed) {
    return OddJson.members(NAMES.filter(name -> !needed.contains(name)));
  }

  private static Arbitrary<List<String>> shuffled(List<String> others, String... needed) {
    List<String> members = new ArrayList<>(others);
    members.addAll(List.of(needed));
    return Arbitraries.shuffle(members);
  }

  /** Any of these members, some of them twice; cut off anywhere, or followed by more. */
  static Arbitrary<String> any() {
    Arbitrary<String> objects =
        Combinators.combine(OddJson.members(NAMES), wholeCompletions(), known())
            .flatAs((odd, whole, known) ->
                Arbitraries.of(
                    object(odd),
                    object(concat(known, odd)),
                    object(concat(odd, known)),
                    whole,
                    whole + whole));
    return Arbitraries.frequencyOf(
        Tuple.of(6, objects),
        Tuple.of(2, cut(objects)),
        Tuple.of(1, OddJson.values()),
        Tuple.of(1, Arbitraries.strings().all().ofMaxLength(40)));
  }

  private static Arbitrary<List<String>> known() {
    return Arbitraries.of(
        List.of(member("orderRef", quoted(ORDER_REF)), member("status", "\"pending\"")),
        List.of(member("status", "\"failed\""), member("hintCode", "\"userCancel\"")),
        List.of(member("status", "\"complete\"")),
        List.of(member("errorCode", "\"alreadyInProgress\"")),
        List.of(member("errorCode", "\"invalidParameters\"")),
        List.of(
            member("orderRef", quoted(ORDER_REF)),
            member("autoStartToken", quoted(ORDER_REF)),
            member("qrStartToken", quoted(ORDER_REF)),
            member("qrStartSecret", quoted(ORDER_REF))));
  }

  private static Arbitrary<String> cut(Arbitrary<String> answers) {
    return Combinators.combine(answers, Arbitraries.doubles().between(0, 1))
        .as((answer, share) -> answer.substring(0, (int) (answer.length() * share)));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** Statuses that BankID uses, and others. */
  static Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.of(200, 200, 200, 400, 400, 429, 503),
        Arbitraries.integers().between(200, 599));
  }
}
