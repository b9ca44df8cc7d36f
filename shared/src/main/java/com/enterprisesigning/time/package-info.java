/** How long calls take. */
package com.enterprisesigning.time;
