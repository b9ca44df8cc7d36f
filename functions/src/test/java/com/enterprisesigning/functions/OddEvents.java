package com.enterprisesigning.functions;

import com.enterprisesigning.OddJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid events made odd in one to three places: in the envelope, the body, or both. */
final class OddEvents {
  /** Objects of an event. Each may be missing, null or empty. */
  private static final List<String> OBJECTS =
      List.of(
          "/requestContext",
          "/requestContext/authorizer",
          "/requestContext/authorizer/jwt",
          "/requestContext/authorizer/jwt/claims",
          "/requestContext/http",
          "/headers",
          "/pathParameters",
          "/queryStringParameters",
          "/stageVariables");

  /** Texts of an event. Each may be missing, null, empty or any text. */
  private static final List<String> TEXTS =
      List.of(
          "/version",
          "/routeKey",
          "/rawPath",
          "/rawQueryString",
          "/body",
          "/pathParameters/id",
          "/headers/content-type",
          "/headers/Content-Type",
          "/headers/idempotency-key",
          "/headers/IDEMPOTENCY-KEY",
          "/headers/x-forwarded-for",
          "/headers/",
          "/requestContext/requestId",
          "/requestContext/http/sourceIp",
          "/requestContext/authorizer/jwt/claims/scope",
          "/requestContext/authorizer/jwt/claims/client_id",
          "/requestContext/authorizer/jwt/claims/azp",
          "/requestContext/authorizer/jwt/claims/sub");

  private static final List<String> MEMBERS =
      List.of(
          "participant_id",
          "end_user_ip",
          "return_url",
          "return_risk",
          "web",
          "app",
          "call_initiator",
          "reference",
          "participants",
          "expires_at",
          "addedTomorrow");

  private OddEvents() {}

  /** Returns events of this call with one to three oddities. */
  static Arbitrary<String> of(ApiCall call) {
    return oddities()
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(oddities -> {
          ObjectNode event = call.good().event();
          oddities.forEach(oddity -> oddity.accept(event));
          return event.toString();
        });
  }

  private static Arbitrary<Consumer<ObjectNode>> oddities() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(OBJECTS), Arbitraries.of(Absence.values()))
            .as((pointer, absence) -> event -> absence.make(event, pointer)),
        Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.of(Absence.values()))
            .as((pointer, absence) -> event -> absence.make(event, pointer)),
        Combinators.combine(Arbitraries.of(TEXTS), texts())
            .as((pointer, text) -> event -> put(event, pointer, text)),
        Arbitraries.of(true, false).map(flag -> event -> event.put("isBase64Encoded", flag)),
        Arbitraries.just(OddEvents::encode),
        bodies().map(change -> event -> body(event, change)),
        bodies().map(change -> event -> body(event, change)));
  }

  /** The ways in which a member can be absent. */
  private enum Absence {
    MISSING {
      @Override
      void make(ObjectNode parent, String name, String pointer) {
        parent.remove(name);
      }
    },
    NULL {
      @Override
      void make(ObjectNode parent, String name, String pointer) {
        parent.putNull(name);
      }
    },
    EMPTY {
      @Override
      void make(ObjectNode parent, String name, String pointer) {
        if (OBJECTS.contains(pointer)) {
          parent.putObject(name);
        } else {
          parent.put(name, "");
        }
      }
    };

    abstract void make(ObjectNode parent, String name, String pointer);

    void make(ObjectNode event, String pointer) {
      int end = pointer.lastIndexOf('/');
      if (event.at(pointer.substring(0, end)) instanceof ObjectNode parent) {
        make(parent, pointer.substring(end + 1), pointer);
      }
    }
  }

  private static void put(ObjectNode event, String pointer, String text) {
    int end = pointer.lastIndexOf('/');
    if (event.at(pointer.substring(0, end)) instanceof ObjectNode parent) {
      parent.put(pointer.substring(end + 1), text);
    }
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            " ",
            "\u0000",
            "\ud800",
            "a\udc00b",
            "/signing/processes/\ud800",
            "//host/path",
            "/%zz/../\\",
            "a:b",
            "::1",
            "192.0.2.256",
            "application/json",
            "application/json;charset=UTF-8",
            "application/json; charset=utf-16",
            "signing/on-behalf signing/sign",
            "signing/sign\u00a0signing/register",
            "[signing/sign]",
            "1-1-1-1-1",
            "b9052a54-7e40-11ee-b962-0242ac120002 ",
            "B9052A54-7E40-11EE-B962-0242AC120002",
            "x".repeat(129),
            "😀".repeat(65)),
        Arbitraries.strings().all().ofMaxLength(40));
  }

  private static void encode(ObjectNode event) {
    event.put("isBase64Encoded", true);
    event.put(
        "body",
        Base64.getEncoder()
            .encodeToString(event.path("body").asText().getBytes(StandardCharsets.UTF_8)));
  }

  private static void body(ObjectNode event, UnaryOperator<String> change) {
    if (event.get("body") instanceof TextNode body && body.textValue().length() > 1) {
      event.put("body", change.apply(body.textValue()));
    }
  }

  private static Arbitrary<UnaryOperator<String>> bodies() {
    Arbitrary<UnaryOperator<String>> inserted =
        OddJson.members(Arbitraries.of(MEMBERS))
            .map(odd -> body -> joined("{", odd, "," + body.strip().substring(1)));
    Arbitrary<UnaryOperator<String>> replaced =
        OddJson.members(Arbitraries.of(MEMBERS)).map(odd -> body -> OddJson.object(odd));
    Arbitrary<UnaryOperator<String>> ofSigners =
        OddJson.members(
                Arbitraries.of(
                    "personal_number",
                    "user_visible_data",
                    "user_visible_data_format",
                    "user_non_visible_data",
                    "requirement"))
            .map(odd ->
                body -> "{\"reference\":\"r\",\"participants\":[" + OddJson.object(odd) + "]}");
    Arbitrary<UnaryOperator<String>> cut =
        Arbitraries.doubles()
            .between(0, 1)
            .map(share -> body -> body.substring(0, (int) (share * body.length())));
    Arbitrary<UnaryOperator<String>> padded =
        Arbitraries.of(16 * 1024, 16 * 1024 + 1, 1024 * 1024, 1024 * 1024 + 1)
            .map(size -> body -> body + " ".repeat(Math.max(0, size - body.length())));
    Arbitrary<UnaryOperator<String>> damaged =
        Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.chars().all())
            .as((share, sign) ->
                body -> {
                  char[] signs = body.toCharArray();
                  signs[(int) (share * (signs.length - 1))] = sign;
                  return new String(signs);
                });
    Arbitrary<UnaryOperator<String>> ending =
        Arbitraries.of(
                "9999-12-31T23:59:59Z",
                "9999-12-31T23:59:59-18:00",
                "9999-12-31T23:59:59.999999999-00:01",
                "2027-02-29T00:00:00Z",
                "2027-01-01T24:00:00Z",
                "2027-06-30T23:59:60Z")
            .map(time ->
                body -> joined("{", List.of(expiresAt(time)), "," + body.strip().substring(1)));
    return Arbitraries.oneOf(
        List.of(ending, inserted, inserted, replaced, ofSigners, ofSigners, cut, padded, damaged));
  }

  private static String expiresAt(String time) {
    return OddJson.member("expires_at", OddJson.quoted(time));
  }

  private static String joined(String open, List<String> members, String rest) {
    return members.isEmpty() ? open + rest.substring(1) : open + String.join(",", members) + rest;
  }
}
