package com.enterprisesigning.secrets;

/** Thrown if Secrets Manager did not answer. The same read may succeed later. */
public final class SecretsUnavailable extends SecretUnreadable {
  private static final long serialVersionUID = 1L;

  SecretsUnavailable(String reference, String problem, String whatToDo, Throwable cause) {
    super(reference, problem, whatToDo, cause);
  }
}
