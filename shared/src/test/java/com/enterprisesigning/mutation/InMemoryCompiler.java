package com.enterprisesigning.mutation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles source text into class files, both in memory, against the class path of this process.
 */
final class InMemoryCompiler {
  private static final List<String> OPTIONS = List.of("-proc:none", "-parameters", "-g", "-nowarn");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** Kept open, so that it reads the archives of the class path only once. */
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /**
   * Compiles files together.
   *
   * @param sources the source texts, by {@link Edit#file}
   * @return the class files, by class name
   */
  synchronized Map<String, byte[]> compile(Map<String, String> sources) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    ClassFiles classFiles = new ClassFiles(files);
    List<Source> units =
        sources.entrySet().stream()
            .map(source -> new Source(source.getKey(), source.getValue()))
            .toList();
    if (!compiler.getTask(new StringWriter(), classFiles, found, OPTIONS, null, units).call()) {
      throw new BrokenMutant("does not compile: " + found.getDiagnostics());
    }
    return classFiles.bytes();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String file, String text) {
      super(
          URI.create("memory:///com/enterprisesigning/" + file.replace('.', '/') + ".java"),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps the compiler's output in memory. */
  private static final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ClassFile> written = new HashMap<>();

    private ClassFiles(JavaFileManager others) {
      super(others);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return written.computeIfAbsent(className, ClassFile::new);
    }

    /** Returns the class files, by class name. */
    Map<String, byte[]> bytes() {
      Map<String, byte[]> bytes = new HashMap<>();
      written.forEach((name, file) -> bytes.put(name, file.content.toByteArray()));
      return bytes;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private ClassFile(String className) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return content;
    }
  }
}
