package com.enterprisesigning.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.mutation.Report.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows that the tests can fail: they catch each mutant of the source, and pass on the source
 * itself.
 */
@Tag("thorough")
class MutantsTest {
  private static final List<MutantList> LISTS =
      Stream.concat(
              ProtocolMutants.lists(),
              Stream.of(
                  ConflictRulesMutants.LIST,
                  DynamoDbGuardsMutants.LIST,
                  DynamoDbSigningsMutants.LIST,
                  DynamoDbEvidencesMutants.LIST,
                  DynamoDbProcessesMutants.LIST,
                  ChangeMutants.LIST,
                  SigningTableMutants.LIST,
                  HeldGuardMutants.LIST,
                  TimeStampMutants.TOKENS,
                  TimeStampMutants.EVIDENCE))
          .toList();

  private final Laboratory laboratory = new Laboratory(Duration.ofSeconds(30));

  static List<Check> checks() {
    return LISTS.stream().map(MutantList::check).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void theSourceAsItStands_passes(Check check) {
    List<Mutant> mutants =
        LISTS.stream()
            .filter(list -> list.check().equals(check))
            .flatMap(list -> list.mutants().stream())
            .toList();

    assertEquals(new Outcome.Survived(), laboratory.outcomeUnmutated(mutants, check));
  }

  @Test
  void everyMutant_isCaught() throws Exception {
    Report report = new Report(rows());

    report.writeTo(Path.of("target", "mutants.md"));
    System.out.println(report.summary());
    assertEquals(List.of(), report.notCaught());
  }

  private List<Row> rows() throws Exception {
    try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
      List<Future<Row>> rows = new ArrayList<>();
      for (MutantList list : LISTS) {
        for (Mutant mutant : list.mutants()) {
          rows.add(
              pair.submit(
                  () -> new Row(list.title(), mutant, laboratory.outcome(mutant, list.check()))));
        }
      }
      List<Row> found = new ArrayList<>();
      for (Future<Row> row : rows) {
        found.add(row.get());
      }
      return found;
    }
  }
}
