/** The page in a real browser, as people use it. Skipped where there is no Chromium. */
package com.enterprisesigning.local.page;
