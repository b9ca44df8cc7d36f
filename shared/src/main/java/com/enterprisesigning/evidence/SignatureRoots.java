package com.enterprisesigning.evidence;

/** Placeholder until the verification is merged. */
public record SignatureRoots(String pem) {
  /** Parses. */
  public static SignatureRoots parse(String pem) {
    return new SignatureRoots(pem);
  }
}
