/** The contract as a page, made of {@code openapi.yaml} alone; it loads nothing from elsewhere. */
package com.enterprisesigning.local.docs;
