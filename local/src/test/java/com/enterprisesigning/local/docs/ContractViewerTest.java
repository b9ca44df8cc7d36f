package com.enterprisesigning.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.web.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the viewer serves. The tests with a browser show that a browser can use it. */
class ContractViewerTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static LoopbackServer server;

  @BeforeAll
  static void serve() throws Exception {
    server = LoopbackServer.bind(0, "the viewer");
    server.mount(ContractViewer.PATH, ContractViewer.files());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
    HTTP.close();
  }

  private static HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/"})
  void page_saysHowToAuthorize_andLinksToTheFile(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertEquals(200, page.statusCode());
    assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
    assertTrue(page.body().matches("(?s).*client_secret\\s+<code>demo</code>.*"), page.body());
    assertTrue(page.body().contains("href=\"/openapi.yaml\""), page.body());
    assertTrue(page.body().contains("href=\"/\""), page.body());
  }

  @Test
  void page_runsOnlyThisHostsScripts() throws Exception {
    HttpResponse<String> page = get("/docs");
    String policy = header(page, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
    assertTrue(policy.contains("connect-src 'self';"), policy);
    assertFalse(Pattern.compile("<script(?! src=)|https?://").matcher(page.body()).find());
  }

  @Test
  void everyFileOfThePage_isServed() throws Exception {
    List<String> files =
        LOADED.matcher(get("/docs").body()).results().map((MatchResult it) -> it.group(1)).toList();
    assertEquals(5, files.size(), files.toString());
    for (String file : files) {
      HttpResponse<String> answer = get(file);
      assertEquals(200, answer.statusCode(), file);
      assertFalse(answer.body().isEmpty(), file);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/viewer.js, text/javascript; charset=utf-8",
    "/docs/viewer.css, text/css; charset=utf-8",
    "/docs/swagger-ui.css, text/css; charset=utf-8",
    "/docs/swagger-ui-bundle.js, text/javascript; charset=utf-8",
    "/docs/favicon.png, image/png"
  })
  void file_hasTheContentOfItsType(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(type, header(answer, "Content-Type"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/index.html",
        "/docs/swagger-ui.js",
        "/docs/oauth2-redirect.html",
        "/docs/ContractViewer.class",
        "/docs/viewer.js/",
        "/docs//viewer.js",
        "/docs/../docs/viewer.js",
        "/docs/%2e%2e/docs/viewer.js",
        "/docs/..%2f..%2fMain.class",
        "/docs/..%5c..%5cMain.class",
        "/docs/%2fetc%2fpasswd",
        "/docsviewer.js"
      })
  void pathThatIsNotListed_isNotFound(String path) throws Exception {
    assertEquals(404, get(path).statusCode());
  }

  @Test
  void head_hasTheHeaders_andNoBody() throws Exception {
    HttpResponse<String> head = send("HEAD", "/docs/swagger-ui-bundle.js");
    assertEquals(200, head.statusCode());
    assertEquals("text/javascript; charset=utf-8", header(head, "Content-Type"));
    assertEquals("", head.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void otherMethods_areRefused(String method) throws Exception {
    HttpResponse<String> answer = send(method, "/docs");
    assertEquals(List.of(405, "GET, HEAD"), List.of(answer.statusCode(), header(answer, "Allow")));
  }

  @Test
  void cachedFile_isNotSentAgain() throws Exception {
    HttpResponse<String> first = get("/docs/swagger-ui-bundle.js");
    assertEquals("no-cache", header(first, "Cache-Control"));
    HttpResponse<String> again =
        get("/docs/swagger-ui-bundle.js", "If-None-Match", header(first, "ETag"));
    assertEquals(List.of(304, ""), List.of(again.statusCode(), again.body()));
  }

  @Test
  void file_isSent_whenTheBrowserHasAnother() throws Exception {
    HttpResponse<String> other =
        get("/docs/viewer.js", "If-None-Match", header(get("/docs/viewer.css"), "ETag"));
    assertEquals(200, other.statusCode());
  }
}
