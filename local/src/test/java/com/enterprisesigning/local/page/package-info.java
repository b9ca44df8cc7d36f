/** The page in a real browser, as people use it. Skipped if there is no Chromium. */
package com.enterprisesigning.local.page;
