package com.enterprisesigning.simulator.signature;

import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.person.MobileBankId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes {@code bankIdSignedData} in canonical form ({@code docs/bankid.md#the-signature}).
 * Everything variable in it is base64 or an object identifier, so nothing needs escaping.
 */
final class SignedData {
  static final String TYPE = "http://www.bankid.com/signature/v1.0.0/types";

  /** The subject of a certificate that no relying party has. */
  private static final String STRANGER =
      "cn=Unknown Relying Party,name=Unknown Relying Party,serialNumber=5500000099,"
          + "o=Simulated Bank AB (publ),c=SE";

  /** The policy of a BankID on file, in the test environment. Nobody has one here. */
  private static final String ON_FILE = "1.2.3.4.5";

  private static final int NONCE_BYTES = 20;

  private final SecureRandom random = new SecureRandom();

  /**
   * Writes the element.
   *
   * @param id its Id
   * @param visibleData base64 of the text; if absent, its element is left out
   * @param fault decides which relying party and which condition the element names
   */
  String write(Order order, String id, Optional<String> visibleData, SignatureFault fault) {
    OrderRequest request = order.request();
    StringBuilder xml = new StringBuilder(visibleData.map(String::length).orElse(0) + 2_000);
    xml.append("<bankIdSignedData xmlns=\"").append(TYPE).append("\" Id=\"").append(id);
    xml.append("\">");
    visibleData.ifPresent(text -> xml.append(visible(text, request)));
    request.userNonVisibleData().ifPresent(data -> xml.append(element("usrNonVisibleData", data)));
    String subject =
        fault == SignatureFault.OTHER_RELYING_PARTY ? STRANGER : order.owner().subject();
    String policy = fault == SignatureFault.OTHER_CONDITION ? ON_FILE : MobileBankId.POLICY;
    return xml.append(serverInfo(subject, order.owner().displayName()))
        .append(clientInfo(order, policy))
        .append("</bankIdSignedData>")
        .toString();
  }

  /** Returns the element with the text that the person saw. */
  static String visible(String base64, OrderRequest request) {
    String format =
        request
            .userVisibleDataFormat()
            .filter("simpleMarkdownV1"::equals)
            .map(" format=\"%s\""::formatted)
            .orElse("");
    return "<usrVisibleData charset=\"UTF-8\""
        + format
        + " visible=\"wysiwys\">"
        + base64
        + "</usrVisibleData>";
  }

  private String serverInfo(String subject, String displayName) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return element(
        "srvInfo",
        element("name", base64(subject))
            + element("nonce", Base64.getEncoder().encodeToString(nonce))
            + element("displayName", base64(displayName)));
  }

  private static String clientInfo(Order order, String policy) {
    String condition = element("type", "CertificatePolicies") + element("value", policy);
    String app =
        element("type", base64("SIMULATOR"))
            + element("deviceInfo", base64("1.0"))
            + element("uhi", base64(MobileBankId.uhi(order.person().orElseThrow())))
            + element("fsib", "0")
            + element("utb", "cs1")
            + element("requirement", element("condition", condition))
            + element("uauth", "pw");
    return element(
        "clientInfo",
        element("funcId", order.request().kind().funcId())
            + element("version", base64("7.50.0"))
            + element("env", element("ai", app)));
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
