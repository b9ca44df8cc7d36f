package com.enterprisesigning.local.lambda.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The class path of a function process.
 *
 * @param jar the shipped jar
 * @param runtimeClient the runtime interface client and its dependencies
 * @param nativeClient its native library, unpacked
 */
record FunctionClassPath(Path jar, List<Path> runtimeClient, Path nativeClient) {
  FunctionClassPath {
    runtimeClient = List.copyOf(runtimeClient);
  }

  /**
   * Finds the runtime interface client on this JVM's own class path.
   *
   * @param jar the shipped jar
   * @param directory of the process, into which the native library is unpacked
   */
  static FunctionClassPath of(Path jar, Path directory) throws IOException {
    return new FunctionClassPath(
        jar,
        Stream.of(
                AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class)
            .map(FunctionClassPath::jarOf)
            .toList(),
        unpacked(directory));
  }

  /**
   * Unpacks the native library for this process alone. By default, all processes would unpack it to
   * the same file and overwrite each other's.
   */
  private static Path unpacked(Path directory) throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "libaws-lambda-jni.linux-" + architecture + ".so";
    Path unpacked = directory.resolve(name);
    try (InputStream library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      Files.copy(library, unpacked);
    }
    return unpacked;
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Returns the class path as JVM options. */
  List<String> options() {
    return List.of(
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
            + nativeClient,
        "--class-path",
        Stream.concat(Stream.of(jar), runtimeClient.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
  }
}
