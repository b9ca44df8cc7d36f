package com.enterprisesigning.local;

import java.io.File;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the local run: {@code ./mvnw -q -Plocal}. A run reads nothing that a build rewrites, so
 * that several can be started from one checkout, and the checkout built while they run: this class
 * copies the checkout's own classes aside and runs all else from the copy.
 */
public final class Main {
  private Main() {}

  /**
   * Runs until it is stopped; settings come from the environment (design section 10).
   *
   * @param args the class path to run from; this JVM's own needs this class alone
   */
  public static void main(String[] args) throws Exception {
    ParentWatch.exitWithParent();
    // A small answer must not wait for the acknowledgement of the one before it.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Path checkout = Checkout.rootAbove(Path.of("").toAbsolutePath());
    Path copy = Files.createTempDirectory("enterprise-signing-");
    ClassPathCopy classes = ClassPathCopy.of(args[0].split(File.pathSeparator), checkout, copy);
    // Never closed: it serves until the process ends.
    URLClassLoader loader =
        new URLClassLoader("local-run", classes.urls(), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("com.enterprisesigning.local.LocalProcess")
        .getMethod("run", Path.class, Path.class)
        .invoke(null, checkout, copy);
  }
}
