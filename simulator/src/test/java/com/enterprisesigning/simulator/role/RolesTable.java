package com.enterprisesigning.simulator.role;

import com.enterprisesigning.simulator.order.OrderKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles as a Markdown table, placed between the marks in a document. */
final class RolesTable {
  private static final String BEGIN = "<!-- roles -->\n\n";
  private static final String END = "\n\n<!-- /roles -->";
  private static final String HEAD =
      """
      | personal number | name | who | at a screen (`sign`) | in a call (`phone`) |
      |---|---|---|---|---|
      """;

  private final Roles roles;

  RolesTable(Roles roles) {
    this.roles = roles;
  }

  /** Returns the document with the current table. */
  String in(String document) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException("the page has no <!-- roles --> and <!-- /roles -->");
    }
    return document.substring(0, begin + BEGIN.length()) + markdown() + document.substring(end);
  }

  private String markdown() {
    return HEAD + roles.all().stream().map(RolesTable::line).collect(Collectors.joining("\n"));
  }

  private static String line(Role role) {
    return Stream.of(
            "`" + role.person().personalNumber().digits() + "`",
            role.person().name(),
            role.description(),
            role.course(OrderKind.SIGN),
            role.course(OrderKind.PHONE))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
