package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulator's control API: a person's phone, and the journal of all orders. */
public final class Phone {
  private final Wire wire;
  private final URI run;

  public Phone(Wire wire, URI run) {
    this.wire = wire;
    this.run = run;
  }

  /** Scans the QR code that an answer shows. */
  String scan(Reply shown) throws Exception {
    return act("scan", Map.of("qr_string", shown.text("qr_string")));
  }

  /** Opens the app with the autostart token of a start. */
  public String open(Reply started) throws Exception {
    return act("open", Map.of("autostart_token", started.text("autostart_token")));
  }

  /** Picks up a phone order. */
  public String answer(String personalNumber) throws Exception {
    return act("answer", Map.of("personal_number", personalNumber));
  }

  public void confirmCall(String order) throws Exception {
    act("confirm-call", Map.of("order_ref", order));
  }

  void denyCall(String order) throws Exception {
    act("deny-call", Map.of("order_ref", order));
  }

  public void sign(String order) throws Exception {
    act("sign", Map.of("order_ref", order));
  }

  /** Fails the order as BankID would, with this hint code of BankID's. */
  void fail(String order, String hintCode) throws Exception {
    act("fail", Map.of("order_ref", order, "hint_code", hintCode));
  }

  private String act(String action, Map<String, String> body) throws Exception {
    HttpResponse<String> answer =
        wire.send(
            "127.0.0.1",
            HttpRequest.newBuilder(run.resolve("/sandbox/phone/" + action))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wire.write(body))));
    assertEquals(200, answer.statusCode(), answer.body());
    return wire.read(answer.body()).required("order_ref").asText();
  }

  /** Returns every order that was ever created for the person, oldest first. */
  public List<JournalOrder> orders(String personalNumber) throws Exception {
    List<JournalOrder> orders = new ArrayList<>();
    get("/sandbox/orders?personal_number=" + personalNumber)
        .forEach(entry -> orders.add(JournalOrder.of(entry)));
    return orders;
  }

  /** Returns the personal number of the role with this given name. */
  public String personalNumber(String givenName) throws Exception {
    for (JsonNode role : roles()) {
      if (role.path("name").asText().startsWith(givenName + " ")) {
        return role.path("personal_number").asText();
      }
    }
    throw new AssertionError("no role " + givenName);
  }

  JsonNode roles() throws Exception {
    return get("/sandbox/roles");
  }

  public JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = wire.send("127.0.0.1", HttpRequest.newBuilder(run.resolve(path)));
    assertEquals(200, answer.statusCode(), answer.body());
    return wire.read(answer.body());
  }
}
