package com.enterprisesigning.simulator.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.order.SecondOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionSettingsTest {
  private static final String SECRET = "51af3dc0-71ca-11f0-8de9-0242ac120002";

  private static String refusal(Map<String, String> environment) {
    return assertThrows(IllegalArgumentException.class, () -> FunctionSettings.from(environment))
        .getMessage();
  }

  @Test
  void aTableAndASecret_areEnough() {
    assertEquals(
        new FunctionSettings("orders", SECRET, SecondOrder.ENDS_BOTH),
        FunctionSettings.from(Map.of("ORDERS_TABLE_NAME", "orders", "PATH_SECRET", SECRET)));
  }

  @Test
  void secondOrder_isASetting() {
    assertEquals(
        SecondOrder.RUNS_BESIDE,
        FunctionSettings.from(
                Map.of(
                    "ORDERS_TABLE_NAME", "orders",
                    "PATH_SECRET", SECRET,
                    "SECOND_ORDER", "RUNS_BESIDE"))
            .secondOrder());
  }

  @Test
  void allThatIsMissing_isNamedAtOnce_withWhatToSetItTo() {
    assertEquals(
        "Settings are missing or malformed. ORDERS_TABLE_NAME is missing: set it to the name of the"
            + " orders table; PATH_SECRET is missing: set it to 32 to 128 letters, digits and"
            + " hyphens that nobody can guess, such as a UUID.",
        refusal(Map.of("ORDERS_TABLE_NAME", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "51af3dc0/71ca/11f0/8de9/0242ac120002",
        "%35 %31af3dc071ca11f08de90242ac12"
      })
  void settings_areRefusedWithoutQuotingTheSecret_whenItIsWeakOrNotAPathSegment(String secret) {
    String refusal = refusal(Map.of("ORDERS_TABLE_NAME", "orders", "PATH_SECRET", secret));

    assertTrue(refusal.contains("PATH_SECRET is malformed"), refusal);
    assertFalse(refusal.contains(secret), refusal);
  }

  @Test
  void settings_areRefused_whenSecondOrderIsUnknown() {
    String refusal =
        refusal(
            Map.of("ORDERS_TABLE_NAME", "orders", "PATH_SECRET", SECRET, "SECOND_ORDER", "BOTH"));

    assertTrue(refusal.contains("SECOND_ORDER is malformed: set it to ENDS_BOTH or RUNS_BESIDE"));
  }

  @Test
  void theSecret_isInNoText() {
    assertFalse(
        FunctionSettings.from(Map.of("ORDERS_TABLE_NAME", "orders", "PATH_SECRET", SECRET))
            .toString()
            .contains(SECRET));
  }
}
