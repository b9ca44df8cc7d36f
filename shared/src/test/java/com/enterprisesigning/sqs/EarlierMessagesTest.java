package com.enterprisesigning.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.releases.Releases;
import com.enterprisesigning.store.FollowUpMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message may be read by another release than the one that sent it: during a deployment, and up
 * to four days later. CONTRIBUTING.md says how to change messages.
 */
class EarlierMessagesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FOLDER = "messages";

  /** One message of every kind, the same in every release. */
  static final Map<String, FollowUpMessage> KINDS =
      new TreeMap<>(
          Map.of(
              "settle",
              Messages.SETTLE,
              "settle-by-phone",
              new FollowUpMessage.Settle(Messages.PERSON, Messages.PHONE, Messages.CREATED_AT),
              "stamp",
              new FollowUpMessage.Stamp(Messages.PERSON, Messages.START, Messages.CREATED_AT),
              "end",
              Messages.END,
              "store",
              Messages.SMALL_STORE,
              "store-not-base64",
              Messages.store(Messages.spelled("no base64 at all å"))));

  static final Iterable<String> NAMES = KINDS.keySet();

  static Stream<Arguments> messages() {
    return Releases.all().stream()
        .flatMap(release ->
            Releases.written(release, FOLDER).keySet().stream()
                .map(kind -> Arguments.of(release, kind)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void message_isRead_asTheValuesItWasWrittenFrom(String release, String kind) {
    String body = Releases.written(release, FOLDER).get(kind);

    assertEquals(KINDS.get(kind), FollowUpMessages.read(body));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void member_thatIsNotKnown_isIgnored(String release, String kind) {
    ObjectNode later = (ObjectNode) json(Releases.written(release, FOLDER).get(kind));
    later.putObject("added_later").put("n", 1);

    assertEquals(KINDS.get(kind), FollowUpMessages.read(later.toString()));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void message_hasTheMembers_thatTheNewestReleaseGaveIt(String kind) {
    String written = FollowUpMessages.body(KINDS.get(kind));
    Releases.leave(FOLDER, kind, written + "\n");

    assertEquals(shape(Releases.written(Releases.newest(), FOLDER).get(kind)), shape(written));
  }

  @Test
  void kinds_areThoseThatAreKept() {
    assertEquals(
        KINDS.keySet(), new TreeSet<>(Releases.written(Releases.newest(), FOLDER).keySet()));
  }

  private static Map<String, String> shape(String body) {
    Map<String, String> shape = new TreeMap<>();
    json(body)
        .properties()
        .forEach(member -> shape.put(member.getKey(), member.getValue().getNodeType().name()));
    return shape;
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a message of a release is no JSON", e);
    }
  }
}
