package com.enterprisesigning.dynamodb;

import com.enterprisesigning.signing.AttemptContract;
import com.enterprisesigning.signing.DecidingContract;
import com.enterprisesigning.signing.EvidenceContract;
import com.enterprisesigning.signing.FreeingContract;
import com.enterprisesigning.signing.GuardsContract;
import com.enterprisesigning.signing.LeaseContract;
import com.enterprisesigning.signing.ProcessContract;
import com.enterprisesigning.signing.SigningsContract;
import com.enterprisesigning.signing.Table;
import org.junit.jupiter.api.Nested;

/** The DynamoDB table keeps the contract, on DynamoDB Local. */
class DynamoDbLocalTest {
  @Nested
  class Guards extends GuardsContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Signings extends SigningsContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Leases extends LeaseContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Decisions extends DecidingContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Frees extends FreeingContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Attempts extends AttemptContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Evidence extends EvidenceContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class Processes extends ProcessContract {
    @Override
    protected Table table() {
      return DynamoDbLocal.table();
    }
  }

  @Nested
  class TimesToLive extends TimeToLiveContract {}
}
