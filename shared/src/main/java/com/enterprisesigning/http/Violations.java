package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * All errors in the form of one request, so that a caller can fix them in one go. Names members,
 * never their values.
 */
final class Violations {
  /** More than a well-meant request can have; the answer to a hostile one stays short. */
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
   * Ends the call if anything is wrong.
   *
   * @throws RequestRefused if there is at least one violation
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
