package com.enterprisesigning.secrets;

import java.util.Optional;

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

  /**
   * The text that the present one replaced, where that is remembered: by Secrets Manager it is.
   * Empty, too, where what was replaced is no text.
   *
   * @throws SecretUnreadable where it cannot be told
   */
  Optional<String> previous(String reference);
}
