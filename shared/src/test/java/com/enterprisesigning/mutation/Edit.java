package com.enterprisesigning.mutation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One replacement in one source file. White space is not compared, because the formatter moves
 * lines.
 *
 * @param file the outermost class, without the base package: {@code signing.Start}
 * @param text must occur exactly once in the file, so that no mutant outlives the code it changes
 */
record Edit(String file, String text, String replacement) {
  private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\w\\s]");
  private static final Pattern WORDS = Pattern.compile("(?<=\\w)\\s+(?=\\w)");

  String applyTo(String source) {
    List<MatchResult> places = pattern().matcher(source).results().toList();
    if (places.size() != 1) {
      throw new BrokenMutant(
          "stands %d times in %s: %s".formatted(places.size(), file, text.strip()));
    }
    MatchResult place = places.getFirst();
    return source.substring(0, place.start()) + replacement + source.substring(place.end());
  }

  private Pattern pattern() {
    return Pattern.compile(
        WORDS.splitAsStream(text).map(Edit::loosely).collect(Collectors.joining("\\s+")));
  }

  private static String loosely(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(token -> Pattern.quote(token.group()))
        .collect(Collectors.joining("\\s*"));
  }
}
