package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run reads its classes from a copy, even if a build rewrites the originals. */
class ClassPathCopyTest {
  @TempDir private Path checkout;
  @TempDir private Path elsewhere;
  @TempDir private Path copy;
  private Path classes;
  private Path library;

  @BeforeEach
  void build() throws Exception {
    classes = Files.createDirectories(checkout.resolve("target/classes"));
    Files.createDirectories(classes.resolve("some"));
    Files.writeString(classes.resolve("some/File"), "first");
    library = Files.writeString(elsewhere.resolve("library.jar"), "library");
  }

  private ClassPathCopy copyOf(Path... entries) throws Exception {
    String[] classPath = new String[entries.length];
    for (int i = 0; i < entries.length; i++) {
      classPath[i] = entries[i].toString();
    }
    return ClassPathCopy.of(classPath, checkout, copy);
  }

  @Test
  void rewrittenClasses_areReadAsTheyWere() throws Exception {
    ClassPathCopy copied = copyOf(classes);
    Files.writeString(classes.resolve("some/File"), "second");
    assertEquals("first", Files.readString(copied.entries().getFirst().resolve("some/File")));
  }

  @Test
  void jarOfTheCheckout_isCopied() throws Exception {
    Path jar = Files.writeString(checkout.resolve("target/functions.jar"), "jar");
    ClassPathCopy copied = copyOf(classes, jar);
    Files.delete(jar);
    assertEquals("jar", Files.readString(copied.entries().getLast()));
  }

  @Test
  void libraryFromElsewhere_isUsedInPlace() throws Exception {
    assertEquals(library, copyOf(classes, library).entries().getLast());
  }

  @Test
  void missingEntry_isLeftOut() throws Exception {
    assertEquals(1, copyOf(classes, checkout.resolve("target/nothing")).entries().size());
  }
}
