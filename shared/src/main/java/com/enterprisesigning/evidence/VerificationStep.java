package com.enterprisesigning.evidence;

import java.util.Optional;

/**
 * The result of one step of the verification of a signature.
 *
 * @param step the step's name in the evidence call, UPPER_SNAKE
 * @param detail why the step failed; never a personal number or a part of the signature
 */
public record VerificationStep(String step, boolean passed, Optional<String> detail) {}
