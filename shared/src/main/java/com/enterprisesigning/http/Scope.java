package com.enterprisesigning.http;

/** The scopes of design section 2. */
enum Scope {
  /** start, start/phone, collect and cancel. */
  SIGN("signing/sign"),
  /** The three calls on processes. */
  REGISTER("signing/register"),
  EVIDENCE("signing/evidence"),
  /** A server that serves many users and names the end user's address (design section 3). */
  ON_BEHALF("signing/on-behalf");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** As a token spells it. */
  String text() {
    return text;
  }
}
