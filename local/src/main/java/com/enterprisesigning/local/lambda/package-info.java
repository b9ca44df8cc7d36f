/** The functions as Lambda runs them, whatever calls them. */
package com.enterprisesigning.local.lambda;
