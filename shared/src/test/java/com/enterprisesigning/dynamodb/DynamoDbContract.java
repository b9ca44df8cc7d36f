package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.AttemptContract;
import com.enterprisesigning.store.EvidenceContract;
import com.enterprisesigning.store.FreeingContract;
import com.enterprisesigning.store.GuardsContract;
import com.enterprisesigning.store.LeaseContract;
import com.enterprisesigning.store.ProcessContract;
import com.enterprisesigning.store.RecordConflictContract;
import com.enterprisesigning.store.SigningsContract;
import com.enterprisesigning.store.Table;
import org.junit.jupiter.api.Nested;

/** What every engine that speaks DynamoDB's API must do for the table to work. */
abstract class DynamoDbContract {
  /** Returns a table that other tests may use too; each test has its own persons. */
  protected abstract EngineTable engineTable();

  @Nested
  class Guards extends GuardsContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Signings extends SigningsContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Leases extends LeaseContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Decisions extends RecordConflictContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Frees extends FreeingContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Attempts extends AttemptContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Evidence extends EvidenceContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class Processes extends ProcessContract {
    @Override
    protected Table table() {
      return engineTable().ports();
    }
  }

  @Nested
  class TimesToLive extends TimeToLiveContract {
    @Override
    protected EngineTable engineTable() {
      return DynamoDbContract.this.engineTable();
    }
  }
}
