package com.enterprisesigning.local.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted secret is found, wherever it is written. */
class WholeRunTest {
  private static final String PERSON = "189001019802";
  private static final String KNOWN = "5d0c3a5e-1111-4222-8333-9c6b5a4d3e2f";

  @TempDir private Path root;

  @BeforeEach
  void twoModulesHaveRunTheirTests() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"),
        "<modules><module>one</module><module>two</module><module>docs</module></modules>");
    for (String module : List.of("one", "two")) {
      Files.createDirectories(root.resolve(module + "/src/test/java"));
      write(module + "/target/surefire-reports/ATest.txt", "Tests run: 1, Failures: 0");
    }
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private List<String> found() throws IOException {
    return new WholeRun(root).lookThrough().leaks().stream().map(Leak::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one/target/surefire-reports/ATest-output.txt",
        "two/target/surefire-reports/ATest-output.txt",
        "two/target/surefire-reports/ATest.txt",
        "two/target/surefire-reports/2026-11-25T06-00-00_000.dumpstream",
        "two/target/functions/StartFunction-1/log.txt",
        "two/target/run-logs/run-1.txt"
      })
  void secret_isFound_inEveryFile(String file) throws IOException {
    write(file, "{\"message\":\"Call answered\"}\n{\"fault\":\"no row for " + PERSON + "\"}\n");

    assertEquals(List.of("PERSONAL_NUMBER_OF_12_DIGITS in " + file + ", line 2"), found());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<system-out><![CDATA[a line\n%s]]></system-out>",
        "<system-err>a line\n%s</system-err>",
        "<failure type='x'><![CDATA[java.lang.AssertionError\n%s]]></failure>",
        "<error message='%s'>at a.B.c</error>",
        "<flakyFailure><stackTrace>at a.B.c\n%s</stackTrace></flakyFailure>"
      })
  void secret_isFound_inAReportsOutputAndFailures(String element) throws IOException {
    write(
        "two/target/surefire-reports/TEST-ATest.xml",
        "<testsuite><testcase name='aTest'>"
            + element.formatted(PERSON)
            + "</testcase></testsuite>");

    assertEquals(1, found().size(), found()::toString);
  }

  @Test
  void testName_mayContainItsArguments() throws IOException {
    write(
        "two/target/surefire-reports/TEST-ATest.xml",
        "<testsuite><properties><property name='password' value='qwerty123'/></properties>"
            + "<testcase name='aTest("
            + PERSON
            + ")'/></testsuite>");

    assertEquals(List.of(), found());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_aws\":{},\"Client\":\"%s\"}",
        "{\"fault\":\"java.lang.IllegalStateException: got %s\\n  at a.B.c\"}",
        "{\"order\":\"x\",\"token\":\"%s\"}",
        "bankid.%s.1",
        "order_ref=%s",
        "GET /sandbox/orders/%s?x"
      })
  void secretWithoutAForm_isFound_whereATestHasSeenIt(String line) throws IOException {
    write("two/target/known-secrets/1.txt", KNOWN + "\n");
    write("one/target/surefire-reports/ATest-output.txt", line.formatted(KNOWN));

    assertEquals(
        List.of("KNOWN_SECRET in one/target/surefire-reports/ATest-output.txt, line 1"), found());
  }

  @Test
  void longSecret_isFound_byItsBeginning() throws IOException {
    String signature = "abcdefgh".repeat(20);
    write(
        "two/target/known-secrets/1.txt", String.join("\n", KnownSecrets.kept(List.of(signature))));
    write("one/target/surefire-reports/ATest-output.txt", "got " + signature + ", sorry");

    assertEquals(1, found().size());
  }

  @Test
  void foundSecret_isNotRepeated() throws IOException {
    write("one/target/surefire-reports/ATest-output.txt", PERSON);

    assertFalse(found().toString().contains(PERSON));
  }

  @Test
  void moduleThatWroteNothing_isNamed() throws IOException {
    Files.delete(root.resolve("one/target/surefire-reports/ATest.txt"));

    WholeRun.Result result = new WholeRun(root).lookThrough();

    assertEquals(List.of("one"), result.silent());
    assertEquals(1, result.lines());
    assertEquals(1, result.files());
  }
}
