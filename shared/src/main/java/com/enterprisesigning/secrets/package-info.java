/** Where secrets and certificates come from, and how they are read. */
package com.enterprisesigning.secrets;
