package com.enterprisesigning.exploration;

import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.Table;
import java.util.Set;
import java.util.TreeSet;

/** A table under exploration. */
interface Store {
  Table ports();

  /**
   * Returns another table with the same contents, or the same table if it can be walked but not
   * branched.
   */
  Store copy();

  default Object port(Class<?> port) {
    if (port == Guards.class) {
      return ports().guards();
    }
    if (port == Signings.class) {
      return ports().signings();
    }
    return port == Evidences.class ? ports().evidences() : ports().processes();
  }

  /** Returns the orders whose completion is kept beside the evidence. */
  default Set<String> beside() {
    Set<String> orders = new TreeSet<>();
    ports().evidences().forEachBeside(kept -> orders.add(kept.orderRef()));
    return orders;
  }
}
