package com.enterprisesigning.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.dynamodb.DynamoDbLocal;
import com.enterprisesigning.store.Table;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three concurrent random calls, in any situation, with up to four disturbances. Some of these
 * schedules also run on DynamoDB Local, and leave it in the same state as the table's twin.
 *
 * <p>For more schedules: {@code ./mvnw test -pl shared -Dtest=WalksTest -Dwalks=100000
 * -DdynamoDbWalks=5000}.
 */
@Tag("thorough")
class WalksTest {
  private static final long WALKS = Long.getLong("walks", 10_000);
  private static final long DYNAMODB_WALKS = Long.getLong("dynamoDbWalks", 150);

  @Test
  void threeCalls_byChance_whateverHappensBetweenTheirSteps() {
    LongStream.range(0, WALKS)
        .parallel()
        .forEach(seed -> {
          Scenario scenario = Scenarios.byChance(seed);
          Walk.from(scenario, scenario.begin(), seed).toTheEnd();
        });
    Exploration.report("Three calls by chance, 4 disturbances: " + WALKS + " schedules");
  }

  @Test
  void dynamoDb_andTheTwin_areLeftTheSameByTheSameSchedule() {
    for (long seed = 0; seed < DYNAMODB_WALKS; seed++) {
      Scenario scenario = Scenarios.byChance(seed);
      State beginning = scenario.begin(new DynamoDbStore(DynamoDbLocal.emptyTable()));

      State onDynamoDb = Walk.from(scenario, beginning, seed).explained();

      State onTheTwin = Walk.from(scenario, scenario.begin(), seed).end();
      assertEquals(onTheTwin.story(), onDynamoDb.story(), "seed " + seed + ", " + scenario);
    }
    Exploration.report("Three calls by chance on DynamoDB Local: " + DYNAMODB_WALKS + " schedules");
  }

  /** A table that can be walked but not branched. */
  private record DynamoDbStore(Table ports) implements Store {
    @Override
    public Store copy() {
      return this;
    }
  }
}
