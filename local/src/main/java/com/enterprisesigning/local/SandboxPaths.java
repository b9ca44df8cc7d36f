package com.enterprisesigning.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The list of calls under {@code /sandbox}, served at {@code GET /sandbox}. */
final class SandboxPaths {
  private static final String PHONE = "/sandbox/phone/";

  private SandboxPaths() {}

  /**
   * Returns an array. Each item has a call's method, its path, what it does, and the members of its
   * body if it has one.
   */
  static String toJson() {
    ArrayNode calls = JsonNodeFactory.instance.arrayNode();
    get(calls, "/sandbox/roles", "the roles: who signs, cancels, fails and so on");
    get(calls, "/sandbox/orders", "every order so far; only one person's with ?personal_number=");
    get(calls, JoinDocument.PATH, "what a second gateway needs to join");
    get(
        calls,
        ContainersKey.PATH,
        "the access key id for functions in containers, if they are served");
    phone(calls, "scan", "qr_string", "scan the QR code");
    phone(calls, "open", "autostart_token", "open a launch URL");
    phone(calls, "answer", "personal_number", "pick up a phone order in the app");
    phone(calls, "confirm-call", "order_ref", "confirm that the call is with you");
    phone(calls, "deny-call", "order_ref", "deny that the call is with you");
    phone(calls, "sign", "order_ref", "sign");
    phone(calls, "cancel", "order_ref", "cancel in the app");
    phone(calls, "hint", "order_ref, hint_code", "keep the order pending with that hint code");
    phone(calls, "fail", "order_ref, hint_code", "end the order as failed with that hint code");
    post(
        calls,
        "/sandbox/collect-error",
        "order_ref, status, error_code, seconds",
        "make BankID answer collect with that error for that many seconds");
    return calls.toPrettyString() + "\n";
  }

  private static void get(ArrayNode calls, String path, String what) {
    calls.addObject().put("method", "GET").put("path", path).put("what", what);
  }

  private static void phone(ArrayNode calls, String action, String members, String what) {
    post(calls, PHONE + action, members, what);
  }

  private static void post(ArrayNode calls, String path, String members, String what) {
    calls
        .addObject()
        .put("method", "POST")
        .put("path", path)
        .put("members", members)
        .put("what", what);
  }
}
