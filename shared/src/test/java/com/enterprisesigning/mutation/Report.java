package com.enterprisesigning.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The outcomes of all mutants, as a table in Markdown. */
record Report(List<Row> rows) {

  /** The outcome of one mutant. */
  record Row(String list, Mutant mutant, Outcome outcome) {
    boolean isCaught() {
      return outcome instanceof Outcome.Caught;
    }

    @Override
    public String toString() {
      return "%s: %s: %s".formatted(list, mutant.name(), outcome);
    }

    private String markdown() {
      String noticed =
          switch (outcome) {
            case Outcome.Caught(String by, String message) -> cell(by) + " | " + cell(message);
            case Outcome.Survived() -> "**nothing** | ";
            case Outcome.Broken(String why) -> "**broken** | " + cell(why);
          };
      return "| %s | %s | %s | %s |"
          .formatted(cell(list), cell(mutant.name()), cell(mutant.takenAway()), noticed);
    }

    private static String cell(String text) {
      return text.strip()
          .replace("|", "\\|")
          .replace("<", "&lt;")
          .lines()
          .collect(Collectors.joining("<br>"));
    }
  }

  List<Row> notCaught() {
    return rows.stream().filter(row -> !row.isCaught()).toList();
  }

  String summary() {
    return "%d mutants, %d caught".formatted(rows.size(), rows.size() - notCaught().size());
  }

  void writeTo(Path file) throws IOException {
    String table = rows.stream().map(Row::markdown).collect(Collectors.joining("\n"));
    Files.writeString(
        file,
        """
        # Mutants

        %s.

        | of | mutant | taken away | caught by | message |
        |---|---|---|---|---|
        %s
        """
            .formatted(summary(), table));
  }
}
