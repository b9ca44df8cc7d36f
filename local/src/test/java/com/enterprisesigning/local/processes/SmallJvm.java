package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options of a function process that lives for a minute beside thirty others. It gets little
 * memory, one compiler, and its classes from an archive (class data sharing), which halves its
 * start time.
 */
final class SmallJvm {
  private static final Path ARCHIVE = Path.of("target", "functions.jsa").toAbsolutePath();
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx192m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:cds=off",
          "-Xlog:cds+dynamic=off",
          "-XX:SharedArchiveFile=" + ARCHIVE);

  private SmallJvm() {}

  /**
   * Returns the JVM's options.
   *
   * @param function whose process creates the archive if there is none
   * @param event that it answers before it ends
   */
  static synchronized List<String> options(
      FunctionDefinition function, Map<String, String> environment, String event) throws Exception {
    if (!isNewerThanTheJar()) {
      dump(function, environment, event);
    }
    return OPTIONS;
  }

  private static boolean isNewerThanTheJar() throws IOException {
    return Files.exists(ARCHIVE)
        && Files.getLastModifiedTime(ARCHIVE)
                .compareTo(Files.getLastModifiedTime(ShippedJar.FUNCTIONS.path()))
            > 0;
  }

  private static void dump(
      FunctionDefinition function, Map<String, String> environment, String event) throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-XX:+AutoCreateSharedArchive");
    try (FunctionProcess process = FunctionProcess.start(function, environment, options)) {
      process.awaitReady();
      process.invoke(event);
      process.terminate();
    }
  }
}
