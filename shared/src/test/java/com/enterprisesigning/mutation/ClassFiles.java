package com.enterprisesigning.mutation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the compiler's output in memory. */
final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ClassFile> written = new HashMap<>();

  ClassFiles(JavaFileManager others) {
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
