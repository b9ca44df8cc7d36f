package com.enterprisesigning.simulator.role;

import static com.enterprisesigning.simulator.order.OrderState.Pending.USER_MRTD;
import static com.enterprisesigning.simulator.order.OrderState.Pending.USER_SIGN;

import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.person.Person;
import com.enterprisesigning.simulator.person.PersonalNumber;
import com.enterprisesigning.simulator.signature.SignatureFault;
import java.util.List;
import java.util.Optional;

/**
 * The only table of roles. The documentation, the page and the tests read it. Birth years are 1880
 * to 1899 and birth numbers 980 to 999, which are reserved for tests, so that no role has a living
 * person's number.
 */
public final class Roles {
  private static final OrderState COMPLETE = new OrderState.Complete();

  private final List<Role> table =
      List.of(
          role("188001019804", "Signe", "Signerar", "Signs after some seconds.", signs()),
          role(
              "188504159834",
              "Sixten",
              "Senstart",
              "Starts the app late (noClient), and signs.",
              new Play.StartsLate()),
          role(
              "189305179856",
              "Petra",
              "Passläsning",
              "Is asked for an ID document at a screen (userMrtd), and signs.",
              new Play.PickedUp(
                  List.of(USER_MRTD, USER_SIGN, COMPLETE), List.of(USER_SIGN, COMPLETE))),
          role(
              "188106089835",
              "Annika",
              "Avbryter",
              "Cancels in the app: userCancel.",
              fails("userCancel")),
          role(
              "188211159861",
              "Olle",
              "Öppnarinte",
              "Never opens, scans or answers: startFailed after 30 s, by phone expiredTransaction"
                  + " after 180 s.",
              new Play.NeverPickedUp()),
          role(
              "188304229894",
              "Vendela",
              "Väntar",
              "Opens the app and never signs: expiredTransaction after 180 s.",
              afterPickUp(USER_SIGN)),
          role(
              "188409019927",
              "Sven",
              "Spärrad",
              "Has a blocked BankID: certificateErr.",
              afterPickUp(new OrderState.Failed("certificateErr"))),
          role(
              "188502089959",
              "Nejla",
              "Nekar",
              "Denies being in the call: userDeclinedCall; without a call, userCancel.",
              new Play.PickedUp(
                  List.of(USER_SIGN, new OrderState.Failed("userCancel")),
                  List.of(new OrderState.Failed("userDeclinedCall")))),
          role(
              "188607159988",
              "Uno",
              "Upptagen",
              "Has an order at another bank: a new order is refused with 400 alreadyInProgress.",
              new Play.Refused(400, "alreadyInProgress", "Order already in progress for pno")),
          role(
              "188712229817",
              "Ulla",
              "Underhåll",
              "Finds BankID in maintenance: a new order is refused with 503 maintenance.",
              new Play.Refused(503, "maintenance", "The service is temporarily unavailable")),
          role(
              "188805019844",
              "Britta",
              "Borttappad",
              "Has an order that BankID loses: 400 invalidParameters at collect and cancel.",
              new Play.Lost()),
          role(
              "188910089872",
              "Nina",
              "Nyansikte",
              "Is asked for facial recognition (userFace, a new hint), and signs.",
              afterPickUp(new OrderState.Pending("userFace"), COMPLETE)),
          role(
              "189003159903",
              "Nils",
              "Nyfel",
              "Fails facial recognition (facialRecognitionFailed, a new hint).",
              fails("facialRecognitionFailed")),
          role(
              "189108229932",
              "Rolf",
              "Riskfylld",
              "Is blocked because of the risk: transactionRiskBlocked.",
              fails("transactionRiskBlocked")),
          role(
              "189201019966",
              "Gustav",
              "Gammalapp",
              "Has an app that is too old: notSupportedByUserApp.",
              afterPickUp(new OrderState.Failed("notSupportedByUserApp"))),
          role(
              "189306089997",
              "Magnus",
              "Många",
              "Hits BankID's rate limit: a new order is refused with 429 tooManyRequests.",
              new Play.Refused(429, "tooManyRequests", "Too many requests")),
          role(
              "189411159826",
              "Inga",
              "Internfel",
              "Finds BankID failing: a new order is refused with 500 internalError.",
              new Play.Refused(500, "internalError", "Internal technical error")),
          role(
              "189504229858",
              "Oskar",
              "Okändfelkod",
              "Gets an error code that nobody knows: a new order is refused with 400 somethingNew.",
              new Play.Refused(400, "somethingNew", "An error code that nobody knows yet")),
          atRisk("188601159802", "Låg", Risk.LOW),
          atRisk("188702129811", "Måttlig", Risk.MODERATE),
          atRisk("188803189821", "Hög", Risk.HIGH),
          falsely("189609019881", "Text", SignatureFault.OTHER_TEXT, "another text is signed"),
          falsely("189702089914", "Ändrad", SignatureFault.ALTERED, "altered after signing"),
          falsely(
              "189807159943",
              "Utbytt",
              SignatureFault.OTHER_SIGNER,
              "the certificate is another person's"),
          falsely("189912229979", "Rot", SignatureFault.WRONG_ROOT, "the root is not BankID's"),
          falsely(
              "188005019800", "Revokerad", SignatureFault.REVOKED, "the certificate is revoked"),
          falsely(
              "188110089839",
              "Nonce",
              SignatureFault.WRONG_NONCE,
              "the OCSP response is for another signature"),
          falsely(
              "188203159861",
              "Svar",
              SignatureFault.FALSE_RESPONDER,
              "the OCSP responder is not authorized"),
          falsely("188308229890", "Omslag", SignatureFault.WRAPPED, "the signed part is wrapped"),
          falsely(
              "188401019925",
              "Utgången",
              SignatureFault.EXPIRED_CERTIFICATE,
              "the certificate had expired"),
          falsely(
              "189104229837",
              "Avsändare",
              SignatureFault.OTHER_RELYING_PARTY,
              "another relying party is named"),
          falsely(
              "189205099840",
              "Villkor",
              SignatureFault.OTHER_CONDITION,
              "the signed condition is not the certificate's policy"));

  /** Returns all roles, in the order in which they are shown. */
  public List<Role> all() {
    return table;
  }

  /** Returns that person's role; empty if somebody must play that person's phone. */
  public Optional<Role> find(PersonalNumber personalNumber) {
    return table.stream()
        .filter(role -> role.person().personalNumber().equals(personalNumber))
        .findFirst();
  }

  /** Returns that person, with or without a role. */
  public Person person(PersonalNumber personalNumber) {
    return find(personalNumber).map(Role::person).orElse(Person.nameless(personalNumber));
  }

  private static Role role(
      String digits, String givenName, String surname, String description, Play play) {
    return new Role(new Person(new PersonalNumber(digits), givenName, surname), description, play);
  }

  private static Role atRisk(String digits, String givenName, Risk risk) {
    return role(
        digits,
        givenName,
        "Risksson",
        "Signs, and BankID finds the risk %s.".formatted(risk.wireName()),
        new Play.SignsAtRisk(risk));
  }

  private static Role falsely(
      String digits, String givenName, SignatureFault fault, String whatIsWrong) {
    return role(
        digits,
        givenName,
        "Falsksson",
        "Signs, but the signature must be refused: " + whatIsWrong + ".",
        new Play.SignedFalsely(fault));
  }

  private static Play signs() {
    return afterPickUp(USER_SIGN, COMPLETE);
  }

  private static Play fails(String hintCode) {
    return afterPickUp(USER_SIGN, new OrderState.Failed(hintCode));
  }

  private static Play afterPickUp(OrderState... states) {
    return new Play.PickedUp(List.of(states), List.of(states));
  }
}
