package com.enterprisesigning.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code Accept} header of a request (RFC 9110 section 12.5.1), for a call that answers JSON
 * unless a zip is asked for.
 */
final class Accept {
  private static final List<String> ZIP = List.of("application/zip", "application/*", "*/*");
  private static final List<String> JSON = List.of("application/json", "application/*", "*/*");

  private final List<Range> ranges;

  /** A media range with its weight, from 0 to 1. */
  private record Range(String name, double weight) {

    /** Reads a range; parameters other than the weight are ignored. */
    static Optional<Range> parse(String text) {
      String[] parts = text.split(";", -1);
      double weight = 1;
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
        if (parameter.startsWith("q=")) {
          if (!parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
            return Optional.empty();
          }
          weight = Double.parseDouble(parameter.substring(2));
        }
      }
      return Optional.of(new Range(parts[0].strip().toLowerCase(Locale.ROOT), weight));
    }
  }

  /**
   * Reads the header. A range with a malformed weight is ignored.
   *
   * @param header the values of all headers of this name, joined with commas
   */
  Accept(String header) {
    ranges =
        Arrays.stream(header.split(",", -1)).map(Range::parse).flatMap(Optional::stream).toList();
  }

  /**
   * Returns whether a zip is wanted more than JSON. If both are wanted equally, a zip must be named
   * and JSON must not.
   */
  boolean asksForZip() {
    double zip = weight(ZIP);
    double json = weight(JSON);
    return zip > json
        || (zip > 0 && zip == json && names(ZIP.getFirst()) && !names(JSON.getFirst()));
  }

  /**
   * Returns the weight of the most specific range that covers a media type.
   *
   * @param covering the ranges that cover it, the most specific first
   */
  private double weight(List<String> covering) {
    return covering.stream()
        .flatMap(name -> ranges.stream().filter(range -> range.name().equals(name)).limit(1))
        .mapToDouble(Range::weight)
        .findFirst()
        .orElse(0);
  }

  private boolean names(String mediaType) {
    return ranges.stream().anyMatch(range -> range.name().equals(mediaType));
  }
}
