package com.enterprisesigning.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.store.FollowUpMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The body of a message: the form that two releases must agree on, its size, and what it reveals.
 */
class FollowUpMessagesTest {
  private static final int KIBIBYTE = 1024;

  private static final String SETTLE =
      """
      {"version":1,"kind":"SETTLE",\
      "person":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\
      "participant":"b9052a54-7e40-11ee-b962-0242ac120002",\
      "token":"11111111-2222-4333-8444-555555555555",\
      "order_ref":"131daac9-16c6-4618-beb0-365768f37288","channel":"START",\
      "end_user_ip":"192.0.2.7","created_at":"2026-11-23T10:00:00.400Z"}\
      """;

  private static final String END =
      """
      {"version":1,"kind":"END",\
      "person":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\
      "participant":"b9052a54-7e40-11ee-b962-0242ac120002",\
      "token":"11111111-2222-4333-8444-555555555555",\
      "order_ref":"131daac9-16c6-4618-beb0-365768f37288","channel":"PHONE",\
      "created_at":"2026-11-23T10:00:00.400Z"}\
      """;

  /** As the first release wrote it. */
  private static final String STORE =
      """
      {"version":1,"kind":"STORE","person":"0123456789abcdef0123456789abcdef0123456789abcdef\
      0123456789abcdef","participant":"b9052a54-7e40-11ee-b962-0242ac120002","token":"111111\
      11-2222-4333-8444-555555555555","order_ref":"131daac9-16c6-4618-beb0-365768f37288","ch\
      annel":"START","end_user_ip":"192.0.2.7","completion":"H4sIAAAAAAAA/02OQW7DIBBFrxLN2rY\
      YnGLsq4QKYTNxkBISQUgXlpe9Qm/Qk/hihbaRshmN3jzN/wtcg6WgAx1hAGzRGjP1NYpJ1HuBsh5pZHUr3johj\
      23HpYQKUqQAwwI3CvHqzVn7dBkLApQ9Y8iwl4xn0ZsLZbp9RrPbvrIyZzi7B3n9csospvAEf9pagaWHm6jkuJs\
      21gaKsUT0vGENb7pS5OQyKTP7xseP3xKLguhmb+4pkIJBgYJKwfb9v6/wdPWU7vnlAfcVx/f1B1Nh7eYMAQAA"\
      ,"signature":"H4sIAAAAAAAA/7OpyM3RtwMAJ/UkUAYAAAA=","ocsp_response":"H4sIAAAAAAAA/8tPL\
      i4AADkWh1wEAAAA"}\
      """;

  @Test
  void settle_isWritten_asInEveryRelease() {
    assertEquals(SETTLE, FollowUpMessages.body(Messages.SETTLE));
  }

  @Test
  void end_isWritten_asInEveryRelease() {
    assertEquals(END, FollowUpMessages.body(Messages.END));
  }

  /** An older release reads it as a SETTLE of an order that is settled. */
  @Test
  void stamp_isASettle_withOneMemberMore() {
    assertEquals(
        SETTLE.replace("}", ",\"stamp_since\":\"2026-11-23T10:00:00.400Z\"}"),
        FollowUpMessages.body(
            new FollowUpMessage.Stamp(Messages.PERSON, Messages.START, Messages.CREATED_AT)));
  }

  @Test
  void store_isRead_asTheFirstReleaseWroteIt() {
    assertEquals(Messages.SMALL_STORE, FollowUpMessages.read(STORE));
  }

  @Test
  void aMemberThatIsNotKnown_isIgnored() {
    String later = SETTLE.replace("{\"version\"", "{\"priority\":{\"high\":true},\"version\"");

    assertEquals(Messages.SETTLE, FollowUpMessages.read(later));
  }

  @Test
  void aVersionThatIsNotKnown_isRefused() {
    assertTrue(
        refused(SETTLE.replace("\"version\":1", "\"version\":2"))
            .startsWith("The message has version 2, not 1. Deploy a release that can read it"));
  }

  @Test
  void aKindThatIsNotKnown_isRefused() {
    assertTrue(
        refused(SETTLE.replace("SETTLE", "CANCEL")).startsWith("The message has an unknown kind."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"version", "kind", "person", "participant", "token", "order_ref", "channel"})
  void aMemberThatIsMissing_isNamed(String member) {
    assertTrue(
        refused(SETTLE.replace("\"" + member + "\"", "\"x\""))
            .startsWith("The message's member " + member + " is missing or malformed."));
  }

  @ParameterizedTest
  @CsvSource({
    "person, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "participant, b9052a54-7e40-11ee-b962-0242ac120002",
    "channel, START",
    "end_user_ip, 192.0.2.7",
    "created_at, 2026-11-23T10:00:00.400Z"
  })
  void aMemberThatIsMalformed_isNamed_butNotItsValue(String member, String value) {
    String message = refused(SETTLE.replace(value, "189001019802"));

    assertTrue(message.startsWith("The message's member " + member + " is "), message);
    assertFalse(message.contains("189001019802"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "189001019802", "[]", "null", "{", "{\"version\":189001019802}", "å"})
  void aBodyThatIsNotAMessage_isRefused_andNotQuoted(String body) {
    assertFalse(refused(body).contains("189001019802"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion", "signature", "ocsp_response"})
  void aCompletionThatCannotBeUnpacked_isRefused(String member) {
    String damaged = STORE.replace("\"" + member + "\":\"H4sI", "\"" + member + "\":\"AAAA");

    assertEquals(
        "The message's member " + member + " cannot be unpacked",
        refused(damaged).replaceFirst("\\. .*", ""));
  }

  @Test
  void theLargestStore_isUnder256KiB_thoughItsTextsDoNotCompress() {
    assertTrue(size(Messages.LARGEST) < 256 * KIBIBYTE, "" + size(Messages.LARGEST));
  }

  @Test
  void theLargestStore_isUnderTheQueuesLimit_howeverBankIdWritesItsJson() {
    FollowUpMessage escaped = Messages.store(Messages.escaped());

    assertTrue(size(escaped) < SqsFollowUpQueue.MAXIMUM_MESSAGE_SIZE, "" + size(escaped));
    assertEquals(escaped, FollowUpMessages.read(FollowUpMessages.body(escaped)));
  }

  @ParameterizedTest
  @MethodSource("com.enterprisesigning.sqs.FollowUpQueueContract#messages")
  void aBody_isAscii_andShowsNoPersonalNumber(FollowUpMessage message) {
    String body = FollowUpMessages.body(message);

    assertTrue(body.chars().allMatch(c -> c >= ' ' && c <= '~'));
    assertFalse(body.contains("189001019802"));
  }

  private static int size(FollowUpMessage message) {
    return FollowUpMessages.body(message).getBytes(UTF_8).length;
  }

  private static String refused(String body) {
    UnreadableMessage refusal =
        assertThrows(UnreadableMessage.class, () -> FollowUpMessages.read(body));
    assertEquals(null, refusal.getCause());
    return refusal.getMessage();
  }
}
