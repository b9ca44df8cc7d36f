/**
 * Explores every order of the steps of a few calls, on the real core ({@code docs/correctness.md}).
 * What a call has done is represented by the list of answers that it got. A state can therefore be
 * copied, resumed and recognized.
 */
package com.enterprisesigning.exploration;
