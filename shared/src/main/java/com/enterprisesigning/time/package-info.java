/** Measures how long calls take. */
package com.enterprisesigning.time;
