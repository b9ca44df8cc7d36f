package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code docs/errors.md} says what to do about every reason code of the contract. */
class ErrorsDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d{3}) \\| \\[(\\w+)]\\(#(\\w+)\\)");
  private static final Pattern LABEL = Pattern.compile("(?m)^- \\*\\*(.+?):\\*\\* \\S");

  private static String page() throws IOException {
    return RepositoryFiles.text("docs/errors.md");
  }

  static List<String> codes() {
    return Contract.ofRepository()
        .document()
        .at("/components/schemas/Reason/properties/code/enum")
        .valueStream()
        .map(JsonNode::stringValue)
        .toList();
  }

  /**
   * Returns status and code of every problem in the contract, such as {@code 409
   * SIGNING_NOT_STARTED}.
   */
  private static Set<String> documented() {
    return Contract.ofRepository()
        .document()
        .at("/components/responses")
        .valueStream()
        .map(response -> response.at("/content/application~1problem+json/schema/properties"))
        .flatMap(problem ->
            problem
                .at("/reason/properties/code/enum")
                .valueStream()
                .map(code -> problem.at("/status/const").asInt() + " " + code.stringValue()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void table_hasEveryCodeOfTheContract_withItsStatus() throws Exception {
    Set<String> rows =
        ROW.matcher(page())
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(documented(), rows);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void section_saysWhatHappened_whatToDo_whatTheUserReads_andWhetherToSendItAgain(String code)
      throws Exception {
    String section = page().split("(?m)^### " + code + "\n", -1)[1].split("(?m)^##", 2)[0];
    assertEquals(
        List.of("What happened", "Your code", "Your user reads", "The same request again"),
        LABEL.matcher(section).results().map(label -> label.group(1)).toList());
  }
}
