/**
 * Shows that the tests can fail. One thing is taken away from the real source, the result is
 * compiled in this process, and a check must notice it. To add a mutant, add it to its {@link
 * com.enterprisesigning.mutation.MutantList}; to add a list, add it to {@code MutantsTest}. PIT
 * makes the plain mutants ({@code docs/correctness.md#plain-mutants}).
 */
package com.enterprisesigning.mutation;
