package com.enterprisesigning.secrets;

/** A secret that this role may not read, or may not read yet if the role is new. */
public final class SecretDenied extends SecretUnreadable {
  private static final long serialVersionUID = 1L;

  public SecretDenied(String reference, String problem, String whatToDo, Throwable cause) {
    super(reference, problem, whatToDo, cause);
  }
}
