package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.order.CertificatePolicy;
import com.enterprisesigning.simulator.order.Requirement;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The members of {@code requirement} ({@code docs/bankid.md#sign}, {@code
 * docs/bankid.md#sign-by-phone}).
 *
 * @param personalNumber the person whose BankID is required; absent if any person may sign
 */
record RequirementMembers(Optional<PersonalNumber> personalNumber, Requirement requirement) {
  private static final Set<String> BY_PHONE =
      Set.of("pinCode", "cardReader", "certificatePolicies");
  private static final Set<String> ALL =
      Set.of("personalNumber", "pinCode", "mrtd", "cardReader", "certificatePolicies", "risk");

  /** Reads the requirement of an order that is not by phone. */
  static RequirementMembers read(Members request) {
    return request
        .object("requirement", ALL)
        .map(members ->
            new RequirementMembers(
                members
                    .text("personalNumber", RequirementMembers::isPersonalNumber)
                    .map(PersonalNumber::new),
                new Requirement(
                    members.flag("mrtd"),
                    bankId(members),
                    members
                        .text("risk", Members.oneOf("low", "moderate"))
                        .map(risk -> Risk.valueOf(risk.toUpperCase(Locale.ROOT))))))
        .orElse(new RequirementMembers(Optional.empty(), Requirement.NONE));
  }

  /** Reads the requirement of a phone order. */
  static Requirement readByPhone(Members request) {
    return request
        .object("requirement", BY_PHONE)
        .map(members -> new Requirement(false, bankId(members), Optional.empty()))
        .orElse(Requirement.NONE);
  }

  /**
   * Reads the policies. {@code pinCode} and {@code cardReader} are only checked: the app always
   * asks for a code, and a mobile BankID needs no reader.
   */
  private static List<CertificatePolicy> bankId(Members members) {
    members.flag("pinCode");
    members.text("cardReader", Members.oneOf("class1", "class2"));
    return members.texts("certificatePolicies", CertificatePolicy::parse);
  }

  static boolean isPersonalNumber(String text) {
    return PersonalNumber.parse(text).isPresent();
  }
}
