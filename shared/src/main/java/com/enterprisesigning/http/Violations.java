package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the form of one request, all of it, so that a caller mends it in one go. Names
 * members, never their values.
 */
final class Violations {
  /** More than a well-meant request can have; a hostile one gets no endless answer. */
  private static final int SHOWN = 50;

  private final List<String> found = new ArrayList<>();
  private int count;

  void add(String path, String problem) {
    count++;
    if (found.size() < SHOWN) {
      found.add(path + ": " + problem);
    }
  }

  /**
   * Ends the call if need be.
   *
   * @throws RequestRefused where anything is wrong
   */
  void refuse() throws RequestRefused {
    if (count > 0) {
      String detail = String.join("; ", found);
      throw new RequestRefused(
          Reason.INVALID_REQUEST,
          count > found.size() ? detail + "; and " + (count - found.size()) + " more" : detail);
    }
  }
}
