/** Runs the functions as Lambda does, with any trigger. */
package com.enterprisesigning.local.lambda;
