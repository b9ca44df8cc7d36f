package com.enterprisesigning.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping in a template. A member that should be a mapping or a sequence, but is missing or has
 * another type, counts as empty.
 */
record YamlMap(Map<?, ?> members) {

  private static YamlMap of(Object node) {
    return new YamlMap(node instanceof Map<?, ?> map ? map : Map.of());
  }

  YamlMap map(String name) {
    return of(members.get(name));
  }

  /** Returns all members as mappings, in the template's order. */
  Map<String, YamlMap> maps() {
    Map<String, YamlMap> maps = new LinkedHashMap<>();
    members.forEach((name, node) -> maps.put(String.valueOf(name), of(node)));
    return maps;
  }

  /** Returns the items of a sequence as mappings. */
  List<YamlMap> items(String name) {
    return sequence(name).stream().map(YamlMap::of).toList();
  }

  /** Returns whether the sequence contains the item. */
  boolean hasItem(String name, String item) {
    return sequence(name).contains(item);
  }

  private List<?> sequence(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  /** Returns whether the member is this text. */
  boolean is(String name, String text) {
    return text.equals(members.get(name));
  }

  /** Returns the member as text, whatever its type. */
  Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name)).map(String::valueOf);
  }

  /** Returns the member if it is a whole number. */
  int number(String name, int otherwise) {
    return members.get(name) instanceof Integer number ? number : otherwise;
  }
}
