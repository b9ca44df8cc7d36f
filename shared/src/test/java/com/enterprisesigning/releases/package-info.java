/** Two releases at once (design section 4): what earlier ones wrote is kept, and read. */
package com.enterprisesigning.releases;
