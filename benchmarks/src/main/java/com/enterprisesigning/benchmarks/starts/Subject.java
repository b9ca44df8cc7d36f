package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A function to measure, either one of ours or a reference.
 *
 * @param name as the table shows it
 * @param environment the function's environment variables
 * @param event supplies events that all cause the same work
 */
record Subject(
    String name,
    Path jar,
    FunctionDefinition function,
    Map<String, String> environment,
    Supplier<String> event) {

  FunctionProcess start(List<String> jvmOptions) throws IOException {
    return FunctionProcess.start(jar, function, environment, jvmOptions);
  }

  FunctionProcess startForSnapshot(List<String> jvmOptions) throws IOException {
    return FunctionProcess.startForSnapshot(jar, function, environment, jvmOptions);
  }
}
