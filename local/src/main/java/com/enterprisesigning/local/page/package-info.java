/** The page at {@code /}, on which a person signs: files that a browser takes as they are. */
package com.enterprisesigning.local.page;
