/**
 * The service. The comments cite two documents of the repository: "design section 5", "rule F4" and
 * "invariant 3" stand in {@code docs/architecture.md}, "bankid-facts section 2.4" in {@code
 * docs/bankid.md}, under headings of these numbers.
 */
package com.enterprisesigning;
