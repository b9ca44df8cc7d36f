/** Text that is safe to log, whoever wrote it. */
package com.enterprisesigning.functions.log;
