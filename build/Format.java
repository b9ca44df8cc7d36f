import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the Java files of all modules against google-java-format, or rewrites them. The
 * build runs it on JDK 25, whichever JDK runs Maven. A Maven plugin would run the formatter inside
 * Maven's own JVM, which may be too old for it.
 */
final class Format {

  public static void main(String[] args) throws Exception {
    boolean write = args.length == 1 && args[0].equals("write");
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      String imports = RemoveUnusedImports.removeUnusedImports(text);
      String formatted =
          formatter.formatSource(
              ImportOrderer.reorderImports(imports, JavaFormatterOptions.Style.GOOGLE));
      if (!formatted.equals(text)) {
        unformatted.add(source);
        if (write) {
          Files.writeString(source, formatted);
        }
      }
    }
    if (!unformatted.isEmpty() && !write) {
      unformatted.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("Run: ./mvnw -q -N -Pformat validate");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws Exception {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of(
            "shared", "functions", "simulator", "simulator-function", "local", "benchmarks")) {
      Path src = Path.of(module, "src");
      if (Files.isDirectory(src)) {
        try (var files = Files.walk(src)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
