package com.enterprisesigning.local.template;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A route of an HTTP API.
 *
 * @param method upper case
 * @param path as the template writes it, such as {@code /signing/processes/{id}}
 */
public record Route(String method, String path) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9._-]+)}");
  private static final Pattern PATH = Pattern.compile("(/([^/{}]+|\\{[A-Za-z0-9._-]+}))+");

  public Route {
    if (!PATH.matcher(path).matches() || !method.matches("[A-Z]+") || method.equals("ANY")) {
      throw new IllegalArgumentException(
          "Route `"
              + method
              + " "
              + path
              + "`: the local gateway supports one method, and plain or {named} segments. Change"
              + " the route in template.yaml.");
    }
  }

  /** Returns API Gateway's name of the route. */
  public String key() {
    return method + " " + path;
  }

  /** Returns whether the path has no parameter. API Gateway prefers such a route. */
  public boolean isExact() {
    return path.indexOf('{') < 0;
  }

  /**
   * Returns the path parameters, percent-decoded.
   *
   * @param rawPath as received, percent-encoded
   * @return empty if this route does not serve the request
   */
  public Optional<Map<String, String>> match(String requestMethod, String rawPath) {
    List<String> pattern = List.of(path.split("/", -1));
    List<String> segments = List.of(rawPath.split("/", -1));
    if (!method.equals(requestMethod) || pattern.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String segment = decode(segments.get(i));
      var parameter = PARAMETER.matcher(pattern.get(i));
      if (parameter.matches() && !segment.isEmpty()) {
        parameters.put(parameter.group(1), segment);
      } else if (!pattern.get(i).equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** Decodes a path segment, in which a plus sign is not a space. */
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
