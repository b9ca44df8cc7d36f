package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
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
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx192m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:cds=off",
          "-Xlog:cds+dynamic=off");

  private SmallJvm() {}

  /**
   * Returns the JVM's options.
   *
   * @param jar that contains the functions
   * @param function whose process creates the jar's archive if there is none
   * @param event that it answers before it ends
   */
  static synchronized List<String> options(
      Path jar, FunctionDefinition function, Map<String, String> environment, String event)
      throws Exception {
    Path archive = archive(jar);
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-XX:SharedArchiveFile=" + archive);
    if (!isNewer(archive, jar)) {
      dump(jar, function, environment, options, event);
    }
    return options;
  }

  private static Path archive(Path jar) {
    return Path.of("target", "functions-%08x.jsa".formatted(jar.hashCode())).toAbsolutePath();
  }

  private static boolean isNewer(Path archive, Path jar) throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
  }

  private static void dump(
      Path jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions,
      String event)
      throws Exception {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-XX:+AutoCreateSharedArchive");
    try (FunctionProcess process = FunctionProcess.start(jar, function, environment, options)) {
      process.awaitReady();
      process.invoke(event);
      process.terminate();
    }
  }
}
