/** The functions as Lambda runs them, whatever their trigger. */
package com.enterprisesigning.local.lambda;
