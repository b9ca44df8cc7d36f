package com.enterprisesigning.local.leaks;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tests of one module have written: surefire's reports, and the logs of the function
 * processes and of the runs. The reports contain the tests' stdout and stderr, with all log lines
 * and metrics of the product in their process, and each exception.
 *
 * @param module its directory
 */
record Written(Path module) {
  /** Decodes any byte, so that a line that is not UTF-8 is searched too. */
  private static final Charset ANY = StandardCharsets.ISO_8859_1;

  /** Returns all files. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    addFiles(files, module.resolve("target/surefire-reports"));
    addFiles(files, module.resolve("target/functions"));
    addFiles(files, module.resolve(RunLog.DIRECTORY));
    return files;
  }

  private static void addFiles(List<Path> files, Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> found = Files.walk(directory)) {
        found
            .filter(Files::isRegularFile)
            .filter(file -> file.toString().matches(".*\\.(txt|xml|dump|dumpstream)"))
            .sorted()
            .forEach(files::add);
      }
    }
  }

  /**
   * Returns a file's lines; for an XML report what was written and thrown, without the tests'
   * names.
   */
  static List<String> lines(Path file) throws IOException {
    return file.toString().endsWith(".xml") ? XmlReport.lines(file) : Files.readAllLines(file, ANY);
  }
}
