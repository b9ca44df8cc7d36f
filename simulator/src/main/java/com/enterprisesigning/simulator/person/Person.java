package com.enterprisesigning.simulator.person;

/** A holder of a simulated BankID. {@code toString} shows no personal number. */
public record Person(PersonalNumber personalNumber, String givenName, String surname) {

  /** Returns a person without a role, who has this number and a made-up name. */
  public static Person nameless(PersonalNumber personalNumber) {
    return new Person(personalNumber, "Test", "Person");
  }

  public String name() {
    return givenName + " " + surname;
  }
}
