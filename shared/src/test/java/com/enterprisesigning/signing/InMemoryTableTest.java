package com.enterprisesigning.signing;

import org.junit.jupiter.api.Nested;

/** The twin keeps the contract. */
class InMemoryTableTest {
  @Nested
  class InMemoryGuards extends GuardsContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }

  @Nested
  class InMemorySignings extends SigningsContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }

  @Nested
  class InMemoryLeases extends LeaseContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }
}
