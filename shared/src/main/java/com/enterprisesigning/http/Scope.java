package com.enterprisesigning.http;

/** The scopes of the contract. */
enum Scope {
  /** start, start/phone, collect and cancel. */
  SIGN("signing/sign"),
  /** The three calls on processes. */
  REGISTER("signing/register"),
  EVIDENCE("signing/evidence"),
  /**
   * For a server with many users, which names the end user's address ({@code
   * docs/architecture.md#the-conflict-rules}, whose IP).
   */
  ON_BEHALF("signing/on-behalf");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** Returns the scope as tokens spell it. */
  String text() {
    return text;
  }
}
