import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.EvidenceApi;
import org.openapitools.client.api.ProcessesApi;
import org.openapitools.client.api.SigningApi;
import org.openapitools.client.model.*;

/**
 * A signing by the generated Java client, from token to evidence: docs/integrate.md#a-generated-client.
 *
 * <p>mvn -f client/pom.xml package -Dmaven.test.skip -Dmaven.javadoc.skip
 *
 * <p>API=http://127.0.0.1:8080 java -cp 'client/target/classes:client/target/lib/*' Sign.java
 */
public final class Sign {
  private static final String API = setting("API", "http://127.0.0.1:8080");
  private static final String TOKEN_URL = setting("TOKEN_URL", API + "/oauth2/token");
  private static final String CLIENT = setting("CLIENT", "demo");
  private static final String SECRET = setting("SECRET", "demo");
  private static final String SIGNER = setting("SIGNER", "188001019804"); // the sandbox's Signe signs by herself

  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient().setBasePath(API).setReadTimeout(35_000); // the API answers within 30 s
    client.setAccessToken(token());
    try {
      sign(client);
    } catch (ApiException refused) {
      exit(refused.getCode() + " " + reason(refused.getResponseBody()));
    }
  }

  private static void sign(ApiClient client) throws Exception {
    ParticipantToRegister signer =
        new ParticipantToRegister().personalNumber(SIGNER).userVisibleData("I borrow 100 kronor.");
    RegisteredProcess registered =
        new ProcessesApi(client)
            .registerProcess(
                new RegisterProcessRequest().reference("loan 17").addParticipantsItem(signer),
                UUID.randomUUID().toString());
    UUID participant = registered.getParticipants().get(0).getId();

    SigningApi signing = new SigningApi(client);
    StartAnswer started =
        signing.start(new StartRequest().participantId(participant), UUID.randomUUID().toString());
    // Here a page draws the QR code of each answer at once, or takes it away, and shows the message.
    System.out.println(started.getStatus() + " " + started.getUserMessage().getEn());
    Thread.sleep(started.getNextCollectMs());
    CollectAnswer state = signing.collect(new CollectRequest().participantId(participant));
    while (state.getNextCollectMs() != null) {
      System.out.println(state.getStatus() + " " + state.getUserMessage().getEn());
      Thread.sleep(state.getNextCollectMs());
      state = signing.collect(new CollectRequest().participantId(participant));
    }
    if (state.getStatus() != CollectAnswer.StatusEnum.COMPLETE) {
      exit(state.getUserMessage().getEn());
    }

    Evidence evidence = new EvidenceApi(client).getEvidence(participant, null);
    if (!evidence.getVerified() || !evidence.getUser().getPersonalNumber().equals(SIGNER)) {
      exit("the evidence is not verified, or names another person");
    }
    Files.writeString(Path.of("evidence.json"), evidence.toJson()); // with members that this client does not know
    System.out.printf("evidence.json: %s signed at %s%n", evidence.getUser().getName(), evidence.getSignedAt());
  }

  private static String token() throws Exception {
    String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(TOKEN_URL))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      exit("no token: " + answer.statusCode() + " " + answer.body());
    }
    return (String) JSON.getGson().fromJson(answer.body(), Map.class).get("access_token");
  }

  /** An error's body is a Problem, or has a message if the API gateway answered. */
  private static String reason(String body) throws Exception {
    return body.contains("\"reason\"") ? Problem.fromJson(body).getReason().getCode() : body;
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  private static void exit(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
