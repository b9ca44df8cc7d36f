package com.enterprisesigning.evidence;

import java.util.List;
import org.w3c.dom.Element;

/**
 * What the app told the user that it was about: an identification, whatever text it shows, is no
 * signature of a text (bankid-facts section 6).
 */
final class SignedFunction {
  private SignedFunction() {}

  static void check(Element signedData) throws StepFailed {
    List<Element> clientInfo = Xml.children(signedData, Xml.BANKID, "clientInfo");
    List<Element> functions =
        clientInfo.size() == 1
            ? Xml.children(clientInfo.getFirst(), Xml.BANKID, "funcId")
            : List.of();
    if (functions.size() != 1 || !Xml.text(functions.getFirst()).equals("Signing")) {
      throw new StepFailed("It was not made as a signing.");
    }
  }
}
