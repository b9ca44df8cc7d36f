package com.enterprisesigning.local.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A file for browsers, in memory. A browser caches it, and asks each time whether it has changed.
 *
 * @param whole the answer with the file
 * @param etag identifies the content
 */
public record StaticFile(Answer whole, String etag) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "png", "image/png",
          "svg", "image/svg+xml");

  /**
   * Reads a file from the class path.
   *
   * @param beside the class that {@code resource} is relative to
   * @param policy the {@code Content-Security-Policy}
   */
  public static StaticFile read(Class<?> beside, String resource, String policy) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not on the class path");
      }
      return of(resource, in.readAllBytes(), policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StaticFile of(String name, byte[] content, String policy) {
    String etag = "\"" + UUID.nameUUIDFromBytes(content) + "\"";
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Answer answer =
        new Answer(200, Map.of("Content-Type", List.of(type)), content)
            .with("Content-Security-Policy", policy)
            .with("X-Content-Type-Options", "nosniff")
            .with("Cache-Control", "no-cache")
            .with("ETag", etag);
    return new StaticFile(answer, etag);
  }

  /**
   * Returns the file, or 304 if it has not changed.
   *
   * @param known ETags of the browser's copies, as {@code If-None-Match} writes them
   */
  Answer answer(Optional<String> known) {
    boolean same = known.filter(etags -> etags.contains(etag)).isPresent();
    return same ? new Answer(304, Map.of("ETag", List.of(etag)), new byte[0]) : whole;
  }
}
