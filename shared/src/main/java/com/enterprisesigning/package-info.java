/**
 * The Enterprise Signing service. Comments cite the pages of the repository by file and heading.
 * "Rule F4" refers to {@code docs/architecture.md#the-rules-f1-to-f12}, and "invariant 3" to {@code
 * docs/correctness.md#the-invariants}.
 */
package com.enterprisesigning;
