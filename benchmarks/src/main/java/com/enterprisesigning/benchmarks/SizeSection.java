package com.enterprisesigning.benchmarks;

import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The sizes of the shipped jars. */
final class SizeSection implements Section {
  private static final double BUDGET = 25;
  private static final double MEGABYTE = 1e6;

  @Override
  public void measure(Report report) throws IOException {
    Table table = new Table("jar", "MB", "unpacked, MB", "files");
    for (ShippedJar jar : ShippedJar.values()) {
      try (JarFile file = new JarFile(jar.path().toFile())) {
        table.row(
            "`" + jar.path().getFileName() + "`",
            "%.1f".formatted(megabytes(jar)),
            "%.1f".formatted(unpacked(file) / MEGABYTE),
            file.size());
      }
    }
    report.add("## Size\n\n" + table);
    report.add(
        Budget.atMost("jar", BUDGET, " MB", megabytes(ShippedJar.FUNCTIONS), "`functions.jar`"));
  }

  private static double megabytes(ShippedJar jar) throws IOException {
    return Files.size(jar.path()) / MEGABYTE;
  }

  private static long unpacked(JarFile file) {
    long size = 0;
    for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
      size += entries.nextElement().getSize();
    }
    return size;
  }
}
