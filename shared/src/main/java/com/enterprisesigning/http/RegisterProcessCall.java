package com.enterprisesigning.http;

import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.RegistrationRequest.Signer;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.domain.SimpleMarkdown;
import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.SigningService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** POST /signing/processes. */
public final class RegisterProcessCall extends Endpoint {
  /** Where a day of birth begins. */
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private static final Form<String> REFERENCE = Form.line(1, 100);
  private static final int MAX_PARTICIPANTS = 20;

  private static final Form<String> VISIBLE =
      Form.utf8(30_000, Flaw.UNREADABLE, Flaw.TURNED, Flaw.INVISIBLE);
  private static final Form<String> NON_VISIBLE = Form.utf8(150_000, Flaw.NUL, Flaw.RESERVED);
  private static final Form<SigningText.Format> FORMAT = Form.oneOf(SigningText.Format.class);

  private static final Form<String> CARD_READER =
      Form.oneOf(new TreeMap<>(Map.of("CLASS1", "class1", "CLASS2", "class2")));

  /** There are three kinds of BankID; BankID's test environment has five policies. */
  private static final int MAX_POLICIES = 10;

  /** An OID in which one arc, from the fifth on, may be {@code *}. */
  private static final Form<String> POLICY =
      Form.matching(
          Pattern.compile(
              "(?=.{3,64}$)(?!.*\\*.*\\*)[0-2]\\.ARC(?:\\.ARC(?:\\.ARC(?:\\.(?:ARC|\\*))*)?)?"
                  .replace("ARC", "(?:0|[1-9][0-9]*)")),
          "an OID of at most 64 characters, such as 1.2.752.78.1.5, in which one arc from the fifth"
              + " on may be *");

  private final SigningService service;

  public RegisterProcessCall(SigningService service, Clock clock) {
    super(Scope.REGISTER, clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RegistrationRequest registration = read(request, client);
    ProcessView view = answerOf(service.register(registration));
    return ApiAnswer.of(201, GetProcessCall.process(view));
  }

  private RegistrationRequest read(ApiRequest request, String client) throws RequestRefused {
    RequestBody body = RequestBody.read(request, RequestBody.REGISTRATION);
    Optional<Idempotency> idempotency = body.idempotency();
    Optional<String> reference = body.required("reference", REFERENCE);
    Form<PersonalNumber> personalNumber = Form.personalNumber(LocalDate.ofInstant(now(), SWEDEN));
    List<Optional<Signer>> signers =
        body.requiredObjects("participants", 1, MAX_PARTICIPANTS).stream()
            .map(participant -> signer(participant, personalNumber))
            .toList();
    Optional<Instant> expiresAt = body.optional("expires_at", laterThan(now()));
    body.finish();
    return new RegistrationRequest(
        client,
        reference.orElseThrow(),
        signers.stream().map(Optional::orElseThrow).toList(),
        expiresAt,
        idempotency);
  }

  private static Form<Instant> laterThan(Instant now) {
    return Form.parsed(
        "a time in the future in RFC 3339, such as 2030-01-31T12:00:00Z",
        text -> Times.parse(text).filter(time -> time.isAfter(now)));
  }

  /** Reads one of {@code participants[]}; empty only if a violation was found. */
  private static Optional<Signer> signer(Members members, Form<PersonalNumber> numberForm) {
    Optional<PersonalNumber> personalNumber = members.required("personal_number", numberForm);
    Optional<String> visible = members.required("user_visible_data", VISIBLE);
    Optional<SigningText.Format> format = members.optional("user_visible_data_format", FORMAT);
    if (format.equals(Optional.of(SigningText.Format.SIMPLE_MARKDOWN_V1))) {
      visible
          .flatMap(SimpleMarkdown::refusedItem)
          .ifPresent(place -> members.refuse("user_visible_data", refusedItem(place)));
    }
    Optional<String> nonVisible = members.optional("user_non_visible_data", NON_VISIBLE);
    Optional<Requirement> requirement =
        members.optionalObject("requirement").map(RegisterProcessCall::requirement);
    members.noOthers();
    return personalNumber.flatMap(number ->
        visible.map(text ->
            new Signer(
                number,
                new SigningText(text, format.orElse(SigningText.Format.PLAINTEXT), nonVisible),
                requirement.orElse(Requirement.NONE))));
  }

  private static String refusedItem(SimpleMarkdown.Place place) {
    return "must have a space after the + of the list item at line "
        + place.line()
        + ", column "
        + place.column()
        + ": BankID refuses the text otherwise";
  }

  /** Reads the {@code requirement} of a participant ({@code docs/bankid.md#sign}). */
  private static Requirement requirement(Members members) {
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
