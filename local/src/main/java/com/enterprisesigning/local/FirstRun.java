package com.enterprisesigning.local;

import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.token.TokenKey;
import com.enterprisesigning.local.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The run that this one joins. Its table, queue, secrets, simulator and token key serve both runs.
 */
final class FirstRun implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** In bytes. */
  private static final long LONGEST_ANSWER = 1L << 20;

  private final URI url;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  FirstRun(URI url) {
    this.url = url;
  }

  /**
   * Asks the first run for its settings and token key.
   *
   * @param own the functions' settings from this run's environment, which override those of the
   *     first run
   * @throws IOException if no run answers at the URL
   */
  Backend backend(Map<String, String> own, Clock clock) throws IOException {
    JoinDocument document =
        JoinDocument.parse(send(HttpRequest.newBuilder(url.resolve(JoinDocument.PATH)).GET()));
    Map<String, String> settings = new HashMap<>(document.settings());
    settings.putAll(own);
    TokenKey key =
        TokenKey.parse(tokenKey(URI.create(settings.get("AWS_ENDPOINT_URL_SECRETS_MANAGER"))));
    return new Backend(
        new TokenIssuer(document.issuer(), key, clock),
        settings,
        new ForwardedSandbox(http, url, TIMEOUT));
  }

  private String tokenKey(URI secretsManager) throws IOException {
    String request = Json.object().put("SecretId", Secrets.TOKEN_KEY).toString();
    String secret =
        send(
            HttpRequest.newBuilder(secretsManager)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "secretsmanager.GetSecretValue")
                .POST(HttpRequest.BodyPublishers.ofString(request)));
    return Json.read(secret).path("SecretString").asText();
  }

  private String send(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> answer;
    try {
      answer = exchange(request);
    } catch (IOException e) {
      throw new IOException(
          "Nothing answers at " + url + ". Start the first run, or correct JOIN.", e);
    }
    if (answer.statusCode() != 200) {
      throw new IOException(
          url + " answered " + answer.statusCode() + ", so it is not a local run. Correct JOIN.");
    }
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(
          request.timeout(TIMEOUT).build(),
          HttpResponse.BodyHandlers.limiting(
              HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
