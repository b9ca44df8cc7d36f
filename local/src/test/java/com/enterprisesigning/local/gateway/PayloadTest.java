package com.enterprisesigning.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a handler sees of a request, after Lambda's own serialization. */
class PayloadTest {
  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = TestGateway.start();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private JsonNode post(String contentType, byte[] body) throws Exception {
    return gateway.event(
        gateway
            .request("/things")
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  @Test
  void pathParameter_isDecoded() throws Exception {
    JsonNode event = gateway.event(gateway.request("/things/a%20b+c"));
    assertEquals("a b+c", event.at("/pathParameters/id").asText());
  }

  @Test
  void routeKey_isThatOfTheTemplate() throws Exception {
    JsonNode event = gateway.event(gateway.request("/things/1"));
    assertEquals("GET /things/{id}", event.path("routeKey").asText());
  }

  @Test
  void query_isJoinedByComma() throws Exception {
    JsonNode event = gateway.event(gateway.request("/things/1?a=x%20y&b&a=z"));
    assertEquals("x y,z", event.at("/queryStringParameters/a").asText());
    assertEquals("a=x%20y&b&a=z", event.path("rawQueryString").asText());
  }

  @Test
  void header_isLowerCaseAndJoinedByComma() throws Exception {
    JsonNode event =
        gateway.event(gateway.request("/things/1").header("X-Some", "1").header("x-some", "2"));
    assertEquals("1,2", event.at("/headers/x-some").asText());
  }

  @Test
  void cookies_areSeparateFromHeaders() throws Exception {
    JsonNode event = gateway.event(gateway.request("/things/1").header("Cookie", "a=1; b=2"));
    assertEquals("[\"a=1\",\"b=2\"]", event.path("cookies").toString());
    assertTrue(event.at("/headers/cookie").isMissingNode());
  }

  @Test
  void jsonBody_isText() throws Exception {
    JsonNode event =
        post("application/json; charset=utf-8", "{\"a\":\"å\"}".getBytes(StandardCharsets.UTF_8));
    assertEquals("{\"a\":\"å\"}", event.path("body").asText());
    assertFalse(event.path("isBase64Encoded").asBoolean());
  }

  @Test
  void otherBody_isBase64() throws Exception {
    byte[] body = {0, (byte) 0xff};
    JsonNode event = post("application/octet-stream", body);
    assertEquals(Base64.getEncoder().encodeToString(body), event.path("body").asText());
    assertTrue(event.path("isBase64Encoded").asBoolean());
  }

  @Test
  void claims_arePassedOn() throws Exception {
    JsonNode event = gateway.event(gateway.request("/things/1"));
    assertEquals("demo", event.at("/requestContext/authorizer/jwt/claims/client_id").asText());
  }

  @Test
  void sourceIp_isThatOfTheConnection_whateverTheHeaderSays() throws Exception {
    JsonNode event =
        gateway.event(gateway.request("/things/1").header("X-Forwarded-For", "192.0.2.1"));
    assertEquals("127.0.0.1", event.at("/requestContext/http/sourceIp").asText());
    assertEquals("192.0.2.1, 127.0.0.1", event.at("/headers/x-forwarded-for").asText());
  }

  @Test
  void sourceIp_differs_whenTheCallerConnectsFromAnotherAddress() throws Exception {
    InetAddress second = InetAddress.ofLiteral("127.0.0.2");
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (Socket socket = new Socket(loopback, gateway.url().getPort(), second, 0)) {
      String request =
          """
          GET /things/1 HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer good\r
          Connection: close\r
          \r
          """;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\"sourceIp\":\"127.0.0.2\""), answer);
      }
    }
  }
}
