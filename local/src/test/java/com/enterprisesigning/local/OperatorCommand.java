package com.enterprisesigning.local;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs an operator's command as a separate process. */
final class OperatorCommand {
  private OperatorCommand() {}

  /** The outcome of a command. */
  record Result(int status, List<String> report, String log) {}

  /** Returns the settings of the functions of a local run. */
  static Map<String, String> settings(RunningLocally run) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    run.json(run.get("/sandbox/join"))
        .path("settings")
        .properties()
        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    return settings;
  }

  static Result run(
      Class<?> main,
      Path directory,
      Map<String, String> environment,
      String input,
      List<String> arguments)
      throws Exception {
    Path stdin = Files.writeString(directory.resolve("stdin"), input);
    Path report = directory.resolve("report");
    Path log = directory.resolve("log");
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--class-path",
                classPath,
                main.getName())
            .redirectInput(stdin.toFile())
            .redirectOutput(report.toFile())
            .redirectError(log.toFile());
    command.command().addAll(arguments);
    command.environment().clear();
    command.environment().putAll(environment);
    int status = command.start().waitFor();
    return new Result(
        status, Files.readAllLines(report), Files.readString(log, StandardCharsets.UTF_8));
  }
}
