package com.enterprisesigning.mutation;

/**
 * What noticed a mutant.
 *
 * @param by a test, or an invariant
 * @param message what it said
 */
public record Catch(String by, String message) {}
