package com.enterprisesigning.local;

import java.io.Closeable;
import java.io.File;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Starts the local run: {@code ./mvnw -q -Plocal}. It copies the checkout's classes and runs
 * everything else from the copy, so a build does not disturb a run, and several runs can start from
 * one checkout.
 */
public final class Main {
  private Main() {}

  /**
   * Runs until it is stopped. Settings come from the environment: {@code
   * docs/sandbox.md#the-local-run}.
   *
   * @param args the class path to run from; this JVM's own class path needs only this class
   */
  public static void main(String[] args) throws Exception {
    ParentWatch.exitWithParent();
    // Without this, a small answer would wait for the acknowledgement of the previous one.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Path checkout = Checkout.rootAbove(Path.of("").toAbsolutePath());
    RunDirectory directory = RunDirectory.in(Path.of(System.getProperty("java.io.tmpdir")));
    // Libraries such as SQLite's unpack their files here too, and leave them behind.
    System.setProperty("java.io.tmpdir", directory.path().toString());
    ClassPathCopy classes =
        ClassPathCopy.of(args[0].split(File.pathSeparator), checkout, directory.path());
    // Never closed, because the process needs it until it ends.
    URLClassLoader loader =
        new URLClassLoader("local-run", classes.urls(), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("com.enterprisesigning.local.LocalProcess")
        .getMethod("run", Path.class, Closeable.class)
        .invoke(null, checkout, directory);
  }
}
