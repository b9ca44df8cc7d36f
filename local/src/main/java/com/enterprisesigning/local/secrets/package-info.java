/** The part of Secrets Manager that the functions call. */
package com.enterprisesigning.local.secrets;
