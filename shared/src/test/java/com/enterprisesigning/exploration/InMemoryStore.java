package com.enterprisesigning.exploration;

import com.enterprisesigning.signing.InMemoryTable;
import com.enterprisesigning.signing.Table;

/** The table's twin, which can be copied each time a state branches. */
record InMemoryStore(InMemoryTable table) implements Store {
  @Override
  public Table ports() {
    return table.ports();
  }

  @Override
  public Store copy() {
    return new InMemoryStore(table.copy());
  }
}
