package com.enterprisesigning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages and files may import which others ({@code docs/architecture.md#the-house}). */
class ArchitectureTest {
  private static final String BASE = "com.enterprisesigning.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.enterprisesigning");

  @Test
  void packages_importEachOtherInNoCircle() {
    slices().matching(BASE + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void files_importEachOtherInNoCircle() {
    slices().assignedFrom(new File()).should().beFreeOfCycles().check(CLASSES);
  }

  /** From the words up to the contract: a package knows only those before it in its line. */
  @Test
  void packages_importDownwards() {
    knowsOnly("domain");
    knowsOnly("conflict", "domain");
    knowsOnly("bankid", "domain");
    knowsOnly("store", "conflict", "domain", "evidence");
    knowsOnly("signing", "store", "conflict", "domain", "evidence", "bankid");
  }

  private static void knowsOnly(String knowing, String... known) {
    noClasses()
        .that()
        .resideInAPackage(BASE + knowing)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            Stream.concat(
                    Stream.of("java..", "javax.crypto..", BASE + knowing),
                    Stream.of(known).map(BASE::concat))
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void protocols_knowNoAwsType_noHttp_andNoTable() {
    noClasses()
        .that()
        .resideInAnyPackage(
            BASE + "domain",
            BASE + "store",
            BASE + "signing",
            BASE + "evidence",
            BASE + "archive",
            BASE + "bankid")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.amazonaws..",
            "java.net.http..",
            BASE + "aws..",
            BASE + "dynamodb..",
            BASE + "sqs..",
            BASE + "http..",
            BASE + "bankid.client..")
        .check(CLASSES);
  }

  @Test
  void theQueue_isKnownToNothingElse_andKnowsNeitherTableNorHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "sqs")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "sqs")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(BASE + "sqs")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + "dynamodb", BASE + "http", BASE + "evidence")
        .check(CLASSES);
  }

  @Test
  void timeIsRead_fromAClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  /** The file that contains a class. Nested classes belong to the file of their outermost class. */
  private static final class File implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getName().replaceAll("\\$.*", ""));
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }
}
