package com.enterprisesigning.evidence;

import java.util.List;
import org.w3c.dom.Element;

/**
 * Checks that the app presented the order to the user as a signing. An identification is not a
 * signature, whatever text the app shows with it ({@code docs/bankid.md#the-signature}).
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
      throw new StepFailed("The app was not asked for a signing.");
    }
  }
}
