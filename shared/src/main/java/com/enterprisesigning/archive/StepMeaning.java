package com.enterprisesigning.archive;

import com.enterprisesigning.evidence.VerificationStep;

/** What a step of the verification shows if it passes, in one sentence. */
final class StepMeaning {
  private StepMeaning() {}

  /** Returns the meaning; a step that this release does not know has only its name. */
  static Words of(VerificationStep step) {
    return switch (step.step()) {
      case "XML_SIGNATURE" ->
          new Words(
              "Underskriften är gjord med användarcertifikatets nyckel och har inte ändrats"
                  + " därefter.",
              "The signature was made with the key of the user certificate, and was not changed"
                  + " since.");
      case "OCSP_SIGNATURE" ->
          new Words(
              "Svaret från spärrkontrollen (OCSP-svaret) är undertecknat av den som lämnade det.",
              "The answer of the revocation check (OCSP) is signed by its responder.");
      case "CERTIFICATE_CHAIN" ->
          new Words(
              "Användarcertifikatet kan härledas till ett betrott rotcertifikat och var giltigt när"
                  + " underskriften gjordes.",
              "The user certificate leads to a trusted root certificate, and was valid at the time"
                  + " of signing.");
      case "OCSP_RESPONDER" ->
          new Words(
              "Den som lämnade svaret hade fått behörighet till det av användarcertifikatets"
                  + " utfärdare.",
              "The issuer of the user certificate had authorized that responder.");
      case "CERTIFICATE_STATUS" ->
          new Words(
              "Enligt svaret var användarcertifikatet inte spärrat när underskriften gjordes.",
              "According to the answer, the user certificate was not revoked at the time of"
                  + " signing.");
      case "OCSP_NONCE" ->
          new Words(
              "Svaret avser just denna underskrift.",
              "The answer was made for exactly this signature.");
      case "SIGNED_TEXT" ->
          new Words(
              "Den undertecknade texten är identisk med den text som skickades till BankID.",
              "The signed text is identical to the text that was sent to BankID.");
      case "SIGNED_FUNCTION" ->
          new Words(
              "I BankID-appen begärdes en underskrift, inte en legitimering.",
              "The BankID app was asked for a signature, not for an identification.");
      case "SIGNER" ->
          new Words(
              "Certifikatet, BankID:s svar och registreringen anger samma person.",
              "The certificate, BankID’s answer and the registration name the same person.");
      case "RELYING_PARTY" ->
          new Words(
              "Det företag som appen angav för undertecknaren är det som begärde underskriften.",
              "The company that the app named to the signer is the one that asked for the"
                  + " signature.");
      case "REQUIREMENT" ->
          new Words(
              "Underskriftens villkor stämmer med användarcertifikatet och med de krav som"
                  + " ställdes.",
              "The conditions in the signature match the user certificate and what was required.");
      default -> new Words("", "");
    };
  }
}
