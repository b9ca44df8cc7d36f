package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Requirement;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.w3c.dom.Element;

/**
 * Checks the certificate policies that the signed data states as a condition: {@code
 * clientInfo/env/ai/requirement/condition}, with {@code type} and {@code value}. One of them must
 * be the policy of the signer's certificate. If policies were required, each must be one of those.
 *
 * <p>Other conditions are not judged: no published signature shows how BankID writes them.
 */
final class SignedRequirement {
  private static final List<String> PATH = List.of("clientInfo", "env", "ai", "requirement");
  private static final String POLICIES = "CertificatePolicies";
  private static final String ANY_ARCS = "*";

  private SignedRequirement() {}

  static void check(Element signedData, X509Certificate user, Requirement sent) throws StepFailed {
    List<String> stated = policies(signedData);
    List<String> required = sent.certificatePolicies();
    require(
        !stated.isEmpty() || required.isEmpty(),
        "The signed data does not state the certificate policies that were required.");
    require(
        stated.isEmpty() || isAnyOf(stated, policies(user)),
        "The signed condition does not name the policy of the signer's certificate.");
    for (String policy : stated) {
      require(
          required.isEmpty() || required.stream().anyMatch(it -> covers(it, policy)),
          "The signed condition names a certificate policy that was not required.");
    }
  }

  private static boolean isAnyOf(List<String> stated, List<String> ofCertificate) {
    return ofCertificate.stream()
        .anyMatch(policy -> stated.stream().anyMatch(it -> covers(it, policy)));
  }

  /** Returns the policies of all conditions; one value may hold several. */
  private static List<String> policies(Element signedData) throws StepFailed {
    Optional<Element> at = Optional.of(signedData);
    for (String name : PATH) {
      at = at.isPresent() ? Xml.only(at.get(), name) : at;
    }
    List<String> policies = new ArrayList<>();
    if (at.isPresent()) {
      for (Element condition : Xml.children(at.get(), Xml.BANKID, "condition")) {
        if (text(condition, "type").equals(POLICIES)) {
          policies.addAll(Arrays.asList(text(condition, "value").strip().split("[,\\s]+")));
        }
      }
    }
    return policies;
  }

  private static String text(Element condition, String name) throws StepFailed {
    return Xml.text(
        Xml.only(condition, name)
            .orElseThrow(() -> new StepFailed("A signed condition has no " + name + ".")));
  }

  private static List<String> policies(X509Certificate user) throws StepFailed {
    try {
      CertificatePolicies policies =
          CertificatePolicies.fromExtensions(new JcaX509CertificateHolder(user).getExtensions());
      return policies == null
          ? List.of()
          : Arrays.stream(policies.getPolicyInformation())
              .map(PolicyInformation::getPolicyIdentifier)
              .map(Object::toString)
              .toList();
    } catch (CertificateEncodingException e) {
      throw new StepFailed("The policies of the signer's certificate cannot be read.");
    }
  }

  /** Compares as BankID does: the first {@code *} stands for one or more arcs. */
  private static boolean covers(String pattern, String policy) {
    int at = pattern.indexOf(ANY_ARCS);
    if (at < 0) {
      return pattern.equals(policy);
    }
    String before = pattern.substring(0, at);
    String after = pattern.substring(at + 1);
    return policy.length() > before.length() + after.length()
        && policy.startsWith(before)
        && policy.endsWith(after);
  }

  private static void require(boolean holds, String otherwise) throws StepFailed {
    if (!holds) {
      throw new StepFailed(otherwise);
    }
  }
}
