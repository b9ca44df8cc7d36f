package com.enterprisesigning.http;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The caller: the client of a verified access token, and its scopes ({@code
 * docs/architecture.md#on-aws}).
 *
 * @param client absent if no token was verified, or the token names no client
 * @param scopes the granted scopes, as the token spells them
 */
public record Caller(Optional<String> client, Set<String> scopes) {

  /** The scopes of the contract. */
  enum Scope {
    /** start, start/phone, collect and cancel. */
    SIGN("signing/sign"),
    /** The three calls on processes. */
    REGISTER("signing/register"),
    EVIDENCE("signing/evidence"),
    /**
     * For a server with many users, which names the end user's address ("Whose IP" in {@code
     * docs/architecture.md#the-conflict-rules}).
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

  /** A caller without a verified token. */
  public static final Caller NOBODY = new Caller(Optional.empty(), Set.of());

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /**
   * Reads a token's claims. The client is {@code client_id}, else {@code azp}, else {@code sub};
   * the scopes are the words of {@code scope} (RFC 8693 section 4.2).
   */
  public static Caller of(Map<String, String> claims) {
    Optional<String> client =
        Stream.of("client_id", "azp", "sub")
            .map(claims::get)
            .filter(Objects::nonNull)
            .filter(value -> !value.isBlank())
            .findFirst();
    String scope = Objects.requireNonNullElse(claims.get("scope"), "");
    return new Caller(client, new HashSet<>(List.of(scope.strip().split(" +"))));
  }

  boolean may(Scope scope) {
    return scopes.contains(scope.text());
  }
}
