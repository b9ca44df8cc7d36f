package com.enterprisesigning.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/**
 * Loads the product and its tests again, with the mutated classes in place of the real ones.
 * Everything else comes from the class path as usual, so that all mutants share the JDK's types and
 * the libraries.
 */
final class MutatedClasses extends ClassLoader {
  private static final String BASE = "com.enterprisesigning.";

  /** DynamoDB Local is slow to start, so one instance serves all. */
  private static final Set<String> SHARED =
      Set.of("com.enterprisesigning.dynamodb.StartedDynamoDb");

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> mutated;

  /**
   * Creates a separate set of classes.
   *
   * @param mutated class files, by class name
   */
  MutatedClasses(Map<String, byte[]> mutated) {
    super(MutatedClasses.class.getClassLoader());
    this.mutated = mutated;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(BASE) || SHARED.contains(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      return found == null ? define(name) : found;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = mutated.containsKey(name) ? mutated.get(name) : unmutated(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] unmutated(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
