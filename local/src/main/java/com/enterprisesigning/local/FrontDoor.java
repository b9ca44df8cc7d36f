package com.enterprisesigning.local;

import com.enterprisesigning.local.docs.ContractViewer;
import com.enterprisesigning.local.gateway.Gateway;
import com.enterprisesigning.local.page.Page;
import com.enterprisesigning.local.partner.PartnerServer;
import com.enterprisesigning.local.token.TokenEndpoint;
import com.enterprisesigning.local.token.TokenIssuer;
import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.LoopbackServer;
import com.enterprisesigning.local.web.StaticFiles;
import com.sun.net.httpserver.HttpHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Routes the gateway's address: the local run's own paths, and everything else to the API. */
final class FrontDoor {
  private final Map<String, HttpHandler> exact = new HashMap<>();
  private final Backend backend;
  private final Gateway gateway;
  private final PartnerServer partner;
  private final StaticFiles page = Page.files();

  FrontDoor(
      Backend backend,
      Gateway gateway,
      PartnerServer partner,
      String openapi,
      Optional<String> containersKeyId) {
    this.backend = backend;
    this.gateway = gateway;
    this.partner = partner;
    exact.put(TokenIssuer.TOKEN_PATH, new TokenEndpoint(backend.issuer()));
    fixed(TokenIssuer.KEYS_PATH, Answer.json(200, backend.issuer().key().publicKeys()));
    fixed(TokenIssuer.METADATA_PATH, Answer.json(200, backend.issuer().metadata()));
    JoinDocument join = new JoinDocument(backend.issuer().issuer(), backend.settings());
    fixed(JoinDocument.PATH, Answer.json(200, join.toJson()));
    fixed(ContainersKey.PATH, ContainersKey.of(containersKeyId));
    fixed("/sandbox", Answer.json(200, SandboxPaths.toJson()));
    fixed("/openapi.yaml", Answer.of(200, "application/yaml", openapi));
    exact.put("/", page);
  }

  private void fixed(String path, Answer answer) {
    exact.put(
        path,
        exchange -> {
          String method = exchange.getRequestMethod();
          boolean read = method.equals("GET") || method.equals("HEAD");
          (read ? answer : Answer.onlyGet()).send(exchange);
        });
  }

  void mountOn(LoopbackServer server) {
    server.mount(ContractViewer.PATH, ContractViewer.files());
    server.mount("/sandbox", ownOr(backend.sandbox()));
    server.mount(Page.PATH, page);
    server.mount(PartnerServer.PATH, partner);
    server.mount("/", ownOr(gateway));
  }

  private HttpHandler ownOr(HttpHandler other) {
    return exchange ->
        exact.getOrDefault(exchange.getRequestURI().getPath(), other).handle(exchange);
  }
}
