/** The page at {@code /}, on which a person signs. Browsers load its files as they are. */
package com.enterprisesigning.local.page;
