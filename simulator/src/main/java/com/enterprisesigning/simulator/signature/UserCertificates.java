package com.enterprisesigning.simulator.signature;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import com.enterprisesigning.simulator.certificate.Validity;
import com.enterprisesigning.simulator.person.Person;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every person's BankID, issued on first use; the oldest are dropped. Thread-safe. */
final class UserCertificates {
  private static final int MOST = 10_000;

  private final SignatureHierarchy hierarchy;
  private final Map<Person, X509Certificate> issued =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, X509Certificate> eldest) {
          return size() > MOST;
        }
      };

  UserCertificates(SignatureHierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  synchronized X509Certificate of(Person person, Instant now) {
    return issued.computeIfAbsent(person, holder -> hierarchy.issue(holder, Validity.ofUser(now)));
  }
}
