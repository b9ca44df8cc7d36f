package com.enterprisesigning.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A local run as its callers see it; the client is {@code demo}. */
final class Gateway {
  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String token;

  Gateway(URI url) {
    this.url = url;
    this.token =
        send(HttpRequest.newBuilder(url.resolve("/oauth2/token"))
                .header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
            .path("access_token")
            .asText();
  }

  /** Of the person, whom nobody else uses. */
  JsonNode register(String personalNumber) {
    return post(
        "/signing/processes",
        """
        {"reference": "benchmark", "participants":
          [{"personal_number": "%s", "user_visible_data": "I borrow 100 kronor."}]}
        """
            .formatted(personalNumber));
  }

  JsonNode start(String participantId) {
    return post("/signing/start", "{\"participant_id\":\"" + participantId + "\"}");
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(url.resolve(path)).header("Authorization", bearer()));
  }

  private JsonNode post(String path, String body) {
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", bearer())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String bearer() {
    return "Bearer " + token;
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("The local run answers " + answer.statusCode() + " " + answer.body());
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
