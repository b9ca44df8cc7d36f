package com.enterprisesigning.secrets;

import java.util.Optional;

/** Reads secrets and certificates by reference, so that no setting contains a secret. */
public interface Secrets {

  /**
   * Reads the current text behind {@code reference}.
   *
   * @param reference {@code classpath:...}, {@code file:/...}, or else the name or ARN of a secret
   *     in Secrets Manager
   * @throws SecretUnreadable if there is no such secret, or it cannot be read
   */
  String read(String reference);

  /**
   * Reads the text that the current one replaced. Empty if the source does not remember it (Secrets
   * Manager does), or if the replaced secret is not text.
   *
   * @throws SecretUnreadable if this cannot be determined
   */
  Optional<String> previous(String reference);
}
