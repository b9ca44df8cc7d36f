package com.enterprisesigning.local.token;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code POST /oauth2/token}: issues a token for client credentials in HTTP basic authentication,
 * with an optional {@code scope}. Errors follow RFC 6749 section 5.2, and each says what to do.
 */
public final class TokenEndpoint implements HttpHandler {
  private static final int MAX_FORM_BYTES = 16 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TokenIssuer issuer;

  public TokenEndpoint(TokenIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).with("Cache-Control", "no-store").with("Pragma", "no-cache").send(exchange);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return error(405, "invalid_request", "Send a POST.").with("Allow", "POST");
    }
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES + 1);
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM)
        || body.length > MAX_FORM_BYTES) {
      return error(400, "invalid_request", "Send a form: Content-Type: " + FORM + ".");
    }
    Optional<String> authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    return TokenRequest.read(authorization, new String(body, StandardCharsets.UTF_8))
        .map(this::grant)
        .orElseGet(
            () -> error(400, "invalid_request", "Send each parameter once, form-urlencoded."));
  }

  private Answer grant(TokenRequest request) {
    Optional<TokenClient> client =
        request
            .credentials()
            .flatMap(given ->
                TokenClient.named(given.id()).filter(known -> known.hasSecret(given.secret())));
    if (client.isEmpty()) {
      String description =
          request.credentials().isEmpty()
              ? "Send client id and secret with HTTP Basic authentication."
              : "Unknown client or wrong secret. The README names the sandbox's clients.";
      return error(401, "invalid_client", description)
          .with("WWW-Authenticate", "Basic realm=\"signing\", charset=\"UTF-8\"");
    }
    String grantType = request.parameters().getOrDefault("grant_type", "");
    if (grantType.isEmpty()) {
      return error(400, "invalid_request", "Send grant_type=client_credentials.");
    }
    if (!grantType.equals("client_credentials")) {
      return error(400, "unsupported_grant_type", "Send grant_type=client_credentials.");
    }
    List<String> allowed = client.get().scopes();
    List<String> scopes = request.scopes().isEmpty() ? allowed : request.scopes();
    if (!allowed.containsAll(scopes)) {
      return error(
          400, "invalid_scope", "This client may request only: " + String.join(" ", allowed) + ".");
    }
    ObjectNode answer = Json.object();
    answer.put("access_token", issuer.issue(client.get(), scopes)).put("token_type", "Bearer");
    answer.put("expires_in", TokenIssuer.LIFETIME.toSeconds());
    answer.put("scope", String.join(" ", scopes));
    return Answer.json(200, answer.toString());
  }

  private static Answer error(int status, String code, String description) {
    ObjectNode answer = Json.object();
    answer.put("error", code).put("error_description", description);
    return Answer.json(status, answer.toString());
  }
}
