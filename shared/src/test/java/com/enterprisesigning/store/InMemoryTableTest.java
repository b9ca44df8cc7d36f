package com.enterprisesigning.store;

import org.junit.jupiter.api.Nested;

/** The table's twin passes the contract suite. */
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

  @Nested
  class InMemoryDecisions extends RecordConflictContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }

  @Nested
  class InMemoryFrees extends FreeingContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }

  @Nested
  class InMemoryAttempts extends AttemptContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }

  @Nested
  class InMemoryEvidence extends EvidenceContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }

  @Nested
  class InMemoryProcesses extends ProcessContract {
    @Override
    protected Table table() {
      return new InMemoryTable().ports();
    }
  }
}
