package com.enterprisesigning.exploration;

import com.enterprisesigning.signing.Evidences;
import com.enterprisesigning.signing.Guards;
import com.enterprisesigning.signing.Signings;
import com.enterprisesigning.signing.Table;
import java.util.Set;
import java.util.TreeSet;

/** A table under exploration. */
interface Store {
  Table ports();

  /** Another that holds the same; the same one where a table can be walked but not branched. */
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

  /** The orders whose completion is kept beside. */
  default Set<String> beside() {
    Set<String> orders = new TreeSet<>();
    ports().evidences().forEachBeside(kept -> orders.add(kept.completion().orderRef()));
    return orders;
  }
}
