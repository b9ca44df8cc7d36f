package com.enterprisesigning.archive;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.SignatureVerification;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reason that a step can give is there in Swedish. */
class SwedishDetailTest {
  /** Is named by a sentence for the operator, which is no detail of a step. */
  private static final String SETTING = "BANKID_SIGNATURE_ROOT";

  /** Stands in a compiled string for a value that is only known at run time. */
  private static final String VALUE = "\1";

  @Test
  void everyDetailOfTheVerification_isThereInSwedish() throws Exception {
    Set<String> details = sentences();

    assertTrue(details.contains("The OCSP response has no nonce."), "they are found");
    assertEquals(
        Set.of(),
        details.stream().filter(it -> SwedishDetail.of(it).isEmpty()).collect(toSet()),
        "add these to details.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Not checked, because XML_SIGNATURE failed. | Ej prövat, eftersom XML_SIGNATURE underkändes.",
        "The CA that issued the user's certificate had not authorized this responder then. A certificate had expired at the time of signing. | Den som lämnade OCSP-svaret hade inte fått behörighet till det av användarcertifikatets utfärdare. Ett certifikat hade upphört att gälla när underskriften gjordes."
      })
  void detail_keepsWhatDiffersFromOneSignatureToAnother(String english, String swedish) {
    assertEquals(Optional.of(swedish), SwedishDetail.of(english));
  }

  @Test
  void detail_isUnknown_ifItOnlyBeginsLikeOne() {
    assertEquals(Optional.empty(), SwedishDetail.of("The OCSP response has no nonce. Or so."));
  }

  /** Returns all sentences in the compiled classes that can fail a step. */
  private static Set<String> sentences() throws Exception {
    Path classes =
        Path.of(
                SignatureVerification.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .resolve(SignatureVerification.class.getPackageName().replace('.', '/'));
    Set<String> found = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(classes, "*.class")) {
      for (Path file : files) {
        ConstantPool constants = ClassFile.of().parse(file).constantPool();
        if (all(constants, ClassEntry.class)
            .anyMatch(it -> it.asInternalName().endsWith("/StepFailed"))) {
          all(constants, StringEntry.class)
              .map(StringEntry::stringValue)
              .filter(it -> it.matches("[A-Z].* .*\\.[ " + VALUE + "]*") && !it.contains(SETTING))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static <T> Stream<T> all(ConstantPool constants, Class<T> kind) {
    return StreamSupport.stream(constants.spliterator(), false)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
