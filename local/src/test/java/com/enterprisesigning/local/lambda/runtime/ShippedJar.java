package com.enterprisesigning.local.lambda.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that Lambda runs, as the build has packaged them. */
public enum ShippedJar {
  /** The functions of the signing API. */
  FUNCTIONS("functions.jar", "../functions/target/functions.jar"),

  /** The simulator of a sandbox stack. */
  SIMULATOR("simulator-function.jar", "../simulator-function/target/simulator-function.jar");

  private final String property;
  private final String otherwise;

  ShippedJar(String property, String otherwise) {
    this.property = property;
    this.otherwise = otherwise;
  }

  /**
   * Finds the jar.
   *
   * @throws IllegalStateException if there is none
   */
  public Path path() {
    Path jar = Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("There is no " + jar + ". Build it with ./mvnw package");
    }
    return jar;
  }
}
