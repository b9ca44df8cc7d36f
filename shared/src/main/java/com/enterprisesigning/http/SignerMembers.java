package com.enterprisesigning.http;

import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.util.Optional;

/** One of {@code participants[]} of a registration. */
final class SignerMembers {
  private static final Form<String> VISIBLE =
      Form.utf8(
          30_000,
          Text::isReadable,
          "control characters other than tab, carriage return and line feed");
  private static final Form<String> NON_VISIBLE =
      Form.utf8(150_000, Text::hasNoNul, "NUL characters");
  private static final Form<SigningText.Format> FORMAT = Form.oneOf(SigningText.Format.class);

  private SignerMembers() {}

  /** Reads a participant; empty only if a violation was found. */
  static Optional<RegistrationRequest.Signer> read(RequestBody members) {
    Optional<PersonalNumber> personalNumber =
        members.required("personal_number", Form.PERSONAL_NUMBER);
    Optional<String> visible = members.required("user_visible_data", VISIBLE);
    Optional<SigningText.Format> format = members.optional("user_visible_data_format", FORMAT);
    Optional<String> nonVisible = members.optional("user_non_visible_data", NON_VISIBLE);
    Optional<Requirement> requirement =
        members.optionalObject("requirement").map(RequirementMembers::read);
    members.noOthers();
    return personalNumber.flatMap(number ->
        visible.map(text ->
            new RegistrationRequest.Signer(
                number,
                new SigningText(text, format.orElse(SigningText.Format.PLAINTEXT), nonVisible),
                requirement.orElse(Requirement.NONE))));
  }
}
