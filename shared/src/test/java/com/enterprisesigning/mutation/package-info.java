/**
 * The proof that the tests can fail: the real source with one thing taken away, compiled in this
 * process, and the check that must notice it. To add a mutant, add it to its {@link
 * com.enterprisesigning.mutation.MutantList}; to add a list, add it to {@code MutantsTest}.
 */
package com.enterprisesigning.mutation;
