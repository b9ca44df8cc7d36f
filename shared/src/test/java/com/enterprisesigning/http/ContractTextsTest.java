package com.enterprisesigning.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that the service refuses has a pattern in {@code openapi.yaml} that refuses it too. */
class ContractTextsTest {
  private static final Form<String> VISIBLE =
      Form.utf8(30_000, Flaw.UNREADABLE, Flaw.TURNED, Flaw.INVISIBLE);
  private static final Form<String> NON_VISIBLE = Form.utf8(150_000, Flaw.NUL, Flaw.RESERVED);

  /** Returns the pattern of the first schema of this name in the contract. */
  private static Pattern pattern(String name) throws Exception {
    String schemas = Files.readString(Path.of("../openapi.yaml")).split("\n  schemas:\n", 2)[1];
    String found =
        schemas.split("(?m)^ +" + name + ":", 2)[1].split("pattern: '", 2)[1].split("'", 2)[0];
    // In a schema, $ is only the end of the text. In Java it also precedes a line end at the end.
    return Pattern.compile(found.replaceAll("\\$$", "\\\\z"));
  }

  private static boolean takes(Form<?> form, String text) {
    return form.read().apply(TextNode.valueOf(text)).isPresent();
  }

  private static List<String> characters(IntPredicate chosen) {
    return IntStream.range(0, 0x10000)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .filter(chosen)
        .mapToObj("U+%04X"::formatted)
        .toList();
  }

  private static void assertSameCharacters(Form<?> form, String name, String around)
      throws Exception {
    Pattern pattern = pattern(name);
    List<String> taken = characters(c -> takes(form, around.replace("?", Character.toString(c))));
    assertFalse(taken.isEmpty());
    assertEquals(
        taken,
        characters(c -> pattern.matcher(around.replace("?", Character.toString(c))).find()),
        name);
  }

  @Test
  void visibleText_mayHaveTheSameCharacters_asTheContractSays() throws Exception {
    assertSameCharacters(VISIBLE, "user_visible_data", "a?");
    assertSameCharacters(VISIBLE, "user_visible_data", "?a");
  }

  @Test
  void visibleText_showsSomething_byTheSameCharacters_asTheContractSays() throws Exception {
    assertSameCharacters(VISIBLE, "user_visible_data", "?");
    assertSameCharacters(VISIBLE, "user_visible_data", " ?\n");
  }

  @Test
  void nonVisibleText_mayHaveTheSameCharacters_asTheContractSays() throws Exception {
    assertSameCharacters(NON_VISIBLE, "user_non_visible_data", "a?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enterprise-signing:",
        "enterprise-signing:v2;",
        "a\n\nenterprise-signing:",
        "a\nenterprise-signing:\nb",
        "enterprise-signing",
        "enterprise-signing\n:",
        "Enterprise-Signing:",
        " enterprise-signing:"
      })
  void nonVisibleText_isTakenByTheService_whereTheContractTakesIt(String text) throws Exception {
    assertEquals(
        takes(NON_VISIBLE, text), pattern("user_non_visible_data").matcher(text).find(), text);
  }

  @Test
  void line_mayHaveTheSameCharacters_asTheContractSays() throws Exception {
    assertSameCharacters(Form.line(1, 100), "Reference", "a?");
    assertSameCharacters(Form.bankIdLine(512), "return_url", "a?");
  }

  @Test
  void visibleText_isMatchedInOnePass_evenIfItFailsAtItsEnd() throws Exception {
    assertFalse(pattern("user_visible_data").matcher("a".repeat(29_999) + "\0").find());
    assertFalse(pattern("user_visible_data").matcher(" ".repeat(30_000)).find());
  }

  @Test
  void nonVisibleText_isMatchedInOnePass_evenIfItFailsAtItsEnd() throws Exception {
    String lines = "\n".repeat(140_000);
    assertTrue(pattern("user_non_visible_data").matcher(lines).find());
    assertFalse(pattern("user_non_visible_data").matcher(lines + "\0").find());
    assertFalse(pattern("user_non_visible_data").matcher(lines + "enterprise-signing:").find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "127.0.0.1",
        "223.255.255.255",
        "240.0.0.1",
        "0.0.0.1",
        "255.255.255.254",
        "2001:db8::1",
        "::1",
        "fe80::1",
        "::ffff:192.0.2.1",
        "0:0:0:0:0:ffff:192.0.2.1",
        "2001:db8::224.0.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "::",
        "0:0:0:0:0:0:0:0",
        "::0.0.0.0",
        "ff02::1",
        "FF0E:0:0:0:0:0:0:1",
        "::ffff:0.0.0.0",
        "::ffff:255.255.255.255",
        "0:0:0:0:0:FFFF:224.0.0.1",
        "010.0.0.1",
        "1.2.3",
        "1.2.3.256",
        "localhost",
        "fe80::1%eth0",
        "192.0.2.1:80"
      })
  void endUserIp_isTakenByTheService_whereTheContractTakesIt(String ip) throws Exception {
    assertEquals(takes(Form.IP, ip), pattern("end_user_ip").matcher(ip).find());
  }
}
