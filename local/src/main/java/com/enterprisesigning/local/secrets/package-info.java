/** As much of Secrets Manager as the functions call. */
package com.enterprisesigning.local.secrets;
