package com.enterprisesigning.mutation;

import java.util.List;

/**
 * Mutants that one check must catch.
 *
 * @param title what is mutated
 */
record MutantList(String title, Check check, List<Mutant> mutants) {
  MutantList {
    mutants = List.copyOf(mutants);
  }
}
