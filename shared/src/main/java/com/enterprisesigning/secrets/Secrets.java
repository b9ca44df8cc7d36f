package com.enterprisesigning.secrets;

/** Secrets and certificates by reference, so that none stands in a setting. */
public interface Secrets {

  /**
   * The text behind {@code reference}, as it is now.
   *
   * @param reference {@code classpath:...}, {@code file:/...}, or else the name or ARN of a secret
   *     in Secrets Manager
   * @throws SecretUnreadable where there is none, or it cannot be had
   */
  String read(String reference);
}
