package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link from one document of the repository to another, or to a heading, leads somewhere. */
class DocumentLinksTest {
  private static final Path ROOT = Checkout.rootAbove(Path.of("").toAbsolutePath());
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

  static Stream<Path> documents() {
    return Stream.of("", "docs", "events")
        .map(ROOT::resolve)
        .flatMap(DocumentLinksTest::filesOf)
        .filter(file -> file.toString().endsWith(".md"))
        .map(ROOT::relativize)
        .sorted();
  }

  private static Stream<Path> filesOf(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLink_hasATarget(Path document) throws Exception {
    List<String> dead =
        LINK.matcher(prose(ROOT.resolve(document)))
            .results()
            .map(link -> link.group(1))
            .filter(link -> !link.matches("[a-z]+:.*"))
            .filter(link -> !leads(ROOT.resolve(document), link))
            .toList();
    assertEquals(List.of(), dead);
  }

  @Test
  void brokenLink_isFound() {
    assertEquals(
        List.of(false, false, true),
        Stream.of("docs/no-such.md", "#no-such-heading", "docs/errors.md#each-code")
            .map(link -> leads(ROOT.resolve("README.md"), link))
            .toList());
  }

  private static boolean leads(Path document, String link) {
    String[] fileAndAnchor = link.split("#", 2);
    Path target = fileAndAnchor[0].isEmpty() ? document : document.resolveSibling(fileAndAnchor[0]);
    if (!Files.exists(target)) {
      return false;
    }
    return fileAndAnchor.length == 1
        || HEADING
            .matcher(prose(target))
            .results()
            .anyMatch(heading -> anchor(heading.group(1)).equals(fileAndAnchor[1]));
  }

  /** Returns the anchor that GitHub creates for a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private static String prose(Path document) {
    try {
      return CODE.matcher(Files.readString(document)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
