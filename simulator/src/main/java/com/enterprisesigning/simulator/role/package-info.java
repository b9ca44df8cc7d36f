/** The roles that personal numbers play (design section 8). */
package com.enterprisesigning.simulator.role;
