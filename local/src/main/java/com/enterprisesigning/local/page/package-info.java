/** The page at {@code /}, on which a person signs. Browsers load its files without a build step. */
package com.enterprisesigning.local.page;
