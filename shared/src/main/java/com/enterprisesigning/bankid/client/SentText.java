package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request contained. BankID's details of an error may quote it, and the log must not (rule 8
 * of {@code docs/correctness.md#the-invariants}).
 */
final class SentText {
  /** A position in the text, such as {@code (5, 1)}, or a word. */
  private static final Pattern POSITION_OR_WORD =
      Pattern.compile("\\([0-9]{1,5}, ?[0-9]{1,5}\\)|[\\p{L}\\p{M}\\p{N}]+");

  /** Members whose values are BankID's words, not the caller's. */
  private static final Set<String> ENUMERATIONS = Set.of("callInitiator", "userVisibleDataFormat");

  private static final Set<String> BASE64 = Set.of("userVisibleData", "userNonVisibleData");

  /** Details are searched word by word in all that was sent, so they are cut first. */
  private static final int LONGEST_DETAILS = 2_000;

  private static final int WHOLE_WORD = 2;
  private static final int SHORTEST_BASE64 = 4;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder encoded = new StringBuilder();
  private final Set<String> words = new HashSet<>();

  /** Reads a request's body. */
  SentText(String json) {
    JsonObject.parse(json).ifPresent(body -> add(body.node()));
    POSITION_OR_WORD.matcher(text).results().forEach(word -> words.add(word.group()));
  }

  private void add(JsonNode object) {
    object
        .properties()
        .forEach(member -> {
          JsonNode value = member.getValue();
          if (value.isTextual() && !ENUMERATIONS.contains(member.getKey())) {
            add(member.getKey(), value.textValue());
          }
          add(value);
        });
  }

  private void add(String member, String value) {
    if (BASE64.contains(member)) {
      encoded.append(value).append('\n');
      add(new String(Base64.getDecoder().decode(value), UTF_8));
    } else {
      add(value);
    }
  }

  private void add(String value) {
    text.append(value.toLowerCase(Locale.ROOT)).append('\n');
  }

  /** Masks each word that the request contained, and keeps positions. */
  String maskedIn(String details) {
    String cut = details.substring(0, Math.min(details.length(), LONGEST_DETAILS));
    return POSITION_OR_WORD
        .matcher(cut)
        .replaceAll(
            found -> wasSent(found.group()) ? "***" : Matcher.quoteReplacement(found.group()));
  }

  /**
   * Returns whether the request contained the word. A quotation may begin or end within a word, so
   * a part of a word counts, unless it is so short that any text contains it.
   */
  private boolean wasSent(String found) {
    if (found.startsWith("(")) {
      return false;
    }
    String word = found.toLowerCase(Locale.ROOT);
    return words.contains(word)
        || (word.length() > WHOLE_WORD && text.indexOf(word) >= 0)
        || (word.length() >= SHORTEST_BASE64 && encoded.indexOf(found) >= 0);
  }
}
