/**
 * Every order of a few calls' steps over the real core (design section 6): what each call did is
 * the list of answers that it got, so that a state can be copied, taken up again, and recognised.
 */
package com.enterprisesigning.exploration;
