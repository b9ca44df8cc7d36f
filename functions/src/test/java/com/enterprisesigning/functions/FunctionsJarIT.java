package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code target/functions.jar}, the jar that Lambda runs, from which much is left out. */
class FunctionsJarIT {
  private static final Path JAR = Path.of(System.getProperty("functions.jar"));

  /** Matches class names, alone or in a descriptor. */
  private static final Pattern BOUNCY_CASTLE = Pattern.compile("org/bouncycastle/[\\w/$]+");

  @Test
  void theJar_isUnder25Megabytes() throws IOException {
    assertTrue(Files.size(JAR) < 25_000_000, () -> JAR + " is too large");
  }

  @Test
  void theJar_hasEveryBouncyCastleClass_thatOurClassesReach() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      Deque<String> open = new ArrayDeque<>(ours(jar));
      Set<String> seen = new HashSet<>(open);
      Set<String> missing = new TreeSet<>();
      while (!open.isEmpty()) {
        String name = open.pop();
        if (jar.getEntry(name + ".class") == null) {
          missing.add(name);
        } else {
          named(jar, name, BOUNCY_CASTLE).filter(seen::add).forEach(open::push);
        }
      }
      assertTrue(seen.size() > ours(jar).size() + 100, "the search found no BouncyCastle");
      assertEquals(Set.of(), missing);
    }
  }

  /** These libraries must stay and be used, even if a start without them were faster. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/amazonaws/services/lambda/runtime/RequestHandler",
        "com/amazonaws/services/lambda/runtime/events/APIGatewayV2HTTPEvent",
        "software/amazon/awssdk/services/dynamodb/DynamoDbClient",
        "com/fasterxml/jackson/databind/json/JsonMapper",
        "software/amazon/lambda/powertools/logging/PowertoolsLogging"
      })
  void theJar_hasTheLibraryAskedFor_andOursUseIt(String library) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      assertNotNull(jar.getEntry(library + ".class"));
      Set<String> users = new TreeSet<>();
      for (String name : ours(jar)) {
        if (named(jar, name, Pattern.compile(library)).findAny().isPresent()) {
          users.add(name);
        }
      }
      assertFalse(users.isEmpty());
    }
  }

  @Test
  void theJar_aloneAnswersCalls_followsMessages_andVerifiesSignatures() throws Exception {
    URL tests = FunctionsJarIT.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] alone = {JAR.toUri().toURL(), tests};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(alone, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      ((Runnable)
              loader
                  .loadClass("com.enterprisesigning.functions.UseOfTheJar")
                  .getDeclaredConstructor()
                  .newInstance())
          .run();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static Set<String> ours(JarFile jar) {
    return jar.stream()
        .map(JarEntry::getName)
        .filter(name -> name.startsWith("com/enterprisesigning/") && name.endsWith(".class"))
        .map(name -> name.replaceFirst("\\.class$", ""))
        .collect(Collectors.toSet());
  }

  /**
   * Returns the classes that a class names in its constant pool. Except by reflection, a class can
   * load no others.
   */
  private static Stream<String> named(JarFile jar, String name, Pattern what) throws IOException {
    try (InputStream bytes = jar.getInputStream(jar.getEntry(name + ".class"))) {
      Set<String> names = new HashSet<>();
      for (PoolEntry entry : ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
        if (entry instanceof ClassEntry named) {
          add(names, named.asInternalName(), what);
        }
        if (entry instanceof NameAndTypeEntry named) {
          add(names, named.type().stringValue(), what);
        }
      }
      return names.stream();
    }
  }

  private static void add(Set<String> names, String text, Pattern what) {
    what.matcher(text).results().map(MatchResult::group).forEach(names::add);
  }
}
