package com.enterprisesigning.simulator.person;

/** A holder of a simulated BankID; its text shows no personal number. */
public record Person(PersonalNumber personalNumber, String givenName, String surname) {

  /** A person without a role: the number is the caller's, the name is nobody's. */
  public static Person nameless(PersonalNumber personalNumber) {
    return new Person(personalNumber, "Test", "Person");
  }

  public String name() {
    return givenName + " " + surname;
  }
}
