/** What the local run prints for people, and where its JSON log goes. */
package com.enterprisesigning.local.console;
