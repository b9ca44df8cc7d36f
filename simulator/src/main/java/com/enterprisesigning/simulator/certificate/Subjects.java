package com.enterprisesigning.simulator.certificate;

import com.enterprisesigning.simulator.person.Person;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Subjects that contain a chosen name, which may have any characters. */
final class Subjects {
  private Subjects() {}

  static X500Name relyingParty(String name) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, "SE")
        .addRDN(BCStyle.O, "Simulated Bank AB (publ)")
        .addRDN(BCStyle.CN, name)
        .build();
  }

  /** Returns a subject built like a BankID's: the personal number is its serialNumber. */
  static X500Name user(Person person) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, "SE")
        .addRDN(BCStyle.O, "Simulated Bank AB (publ)")
        .addRDN(BCStyle.SURNAME, person.surname())
        .addRDN(BCStyle.GIVENNAME, person.givenName())
        .addRDN(BCStyle.SERIALNUMBER, person.personalNumber().digits())
        .addRDN(BCStyle.NAME, person.name() + " - Simulated BankID")
        .addRDN(BCStyle.CN, person.name())
        .build();
  }
}
