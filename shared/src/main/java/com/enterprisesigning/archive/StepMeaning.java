package com.enterprisesigning.archive;

import com.enterprisesigning.evidence.VerificationStep;
import java.util.Map;

/** What a step of the verification shows if it passes, in one sentence of each language. */
record StepMeaning(String swedish, String english) {
  private static final Map<String, StepMeaning> OF =
      Map.ofEntries(
          Map.entry(
              "XML_SIGNATURE",
              new StepMeaning(
                  "Underskriften är gjord med undertecknarens nyckel, och inget har ändrats sedan"
                      + " dess.",
                  "The signature was made with the signer’s key, and nothing has changed since.")),
          Map.entry(
              "OCSP_SIGNATURE",
              new StepMeaning(
                  "Beskedet om certifikatets giltighet (OCSP) är undertecknat av den som lämnade"
                      + " det.",
                  "The statement on the certificate’s validity (OCSP) is signed by its"
                      + " responder.")),
          Map.entry(
              "CERTIFICATE_CHAIN",
              new StepMeaning(
                  "Undertecknarens certifikat leder till det rotcertifikat som tjänsten litar på, och"
                      + " gällde vid underskriften.",
                  "The signer’s certificate leads to the root that the service trusts, and was valid"
                      + " at the time of signing.")),
          Map.entry(
              "OCSP_RESPONDER",
              new StepMeaning(
                  "Certifikatets utfärdare hade gett den som lämnade beskedet rätt att göra det.",
                  "The certificate’s issuer had authorized that responder.")),
          Map.entry(
              "CERTIFICATE_STATUS",
              new StepMeaning(
                  "Undertecknarens certifikat var inte spärrat vid underskriften.",
                  "The signer’s certificate was not revoked at the time of signing.")),
          Map.entry(
              "OCSP_NONCE",
              new StepMeaning(
                  "Beskedet utfärdades för just denna underskrift.",
                  "The statement was made for exactly this signature.")),
          Map.entry(
              "SIGNED_TEXT",
              new StepMeaning(
                  "Den undertecknade texten stämmer tecken för tecken med den som skickades till BankID.",
                  "The signed text is the text that was sent to BankID, byte for byte.")),
          Map.entry(
              "SIGNED_FUNCTION",
              new StepMeaning(
                  "Appen visade en begäran om underskrift, inte om identifiering.",
                  "The app presented a signing, not an identification.")),
          Map.entry(
              "SIGNER",
              new StepMeaning(
                  "Undertecknaren är den person som skulle underteckna.",
                  "The signer is the person who was to sign.")),
          Map.entry(
              "RELYING_PARTY",
              new StepMeaning(
                  "Appen visade att det var detta företag som bad om underskriften.",
                  "The app named this company as the one that asked.")),
          Map.entry(
              "REQUIREMENT",
              new StepMeaning(
                  "Kraven på undertecknarens BankID, så som de står i underskriften, stämmer med certifikatet och med det som begärdes.",
                  "The signed conditions fit the certificate and what was required.")));

  /** Returns the meaning; a step that this release does not know has only its name. */
  static StepMeaning of(VerificationStep step) {
    return OF.getOrDefault(step.step(), new StepMeaning("", ""));
  }
}
