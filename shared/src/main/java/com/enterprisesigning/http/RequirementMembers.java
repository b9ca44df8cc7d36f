package com.enterprisesigning.http;

import com.enterprisesigning.domain.Requirement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code requirement} of a participant ({@code docs/bankid.md#sign}). */
final class RequirementMembers {
  private static final Form<String> CARD_READER =
      Form.oneOf(new TreeMap<>(Map.of("CLASS1", "class1", "CLASS2", "class2")));

  /** BankID has three kinds of BankID, and five policies in its test environment. */
  private static final int MAX_POLICIES = 10;

  /** An OID in which one arc, from the fifth on, may be {@code *}. */
  private static final Form<String> POLICY =
      Form.matching(
          Pattern.compile(
              "(?=.{3,64}$)(?!.*\\*.*\\*)[0-2]\\.ARC(?:\\.ARC(?:\\.ARC(?:\\.(?:ARC|\\*))*)?)?"
                  .replace("ARC", "(?:0|[1-9][0-9]*)")),
          "an OID of at most 64 characters, such as 1.2.752.78.1.5, in which one arc from the fifth"
              + " on may be *");

  private RequirementMembers() {}

  static Requirement read(RequestBody members) {
    Requirement requirement =
        new Requirement(
            members.optional("pin_code", Form.BOOLEAN),
            members.optional("mrtd", Form.BOOLEAN),
            members.optional("card_reader", CARD_READER),
            members.optionalList("certificate_policies", 1, MAX_POLICIES, POLICY));
    members.noOthers();
    return requirement;
  }
}
