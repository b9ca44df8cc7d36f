package com.enterprisesigning.local.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * A company or server that may request tokens. The local run's clients and their secrets are
 * public.
 *
 * @param scopes all scopes that its tokens may have
 */
public record TokenClient(String id, String secret, List<String> scopes) {
  private static final List<String> OWN =
      List.of("signing/sign", "signing/register", "signing/evidence");
  private static final List<String> ON_BEHALF =
      List.of("signing/sign", "signing/register", "signing/evidence", "signing/on-behalf");

  /** Two companies, and a server that acts on behalf of many users. */
  public static final List<TokenClient> ALL =
      List.of(
          new TokenClient("demo", "demo", OWN),
          new TokenClient("other", "other", OWN),
          new TokenClient("server", "server", ON_BEHALF));

  public TokenClient {
    scopes = List.copyOf(scopes);
  }

  /** Returns the client with this id. */
  public static Optional<TokenClient> named(String id) {
    return ALL.stream().filter(client -> client.id().equals(id)).findFirst();
  }

  boolean hasSecret(String given) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "TokenClient[" + id + "]";
  }
}
