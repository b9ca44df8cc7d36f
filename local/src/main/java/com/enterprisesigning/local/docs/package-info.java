/**
 * The page on which developers read and try the contract: Swagger UI from its WebJar, showing
 * {@code openapi.yaml}. It loads nothing from another host.
 */
package com.enterprisesigning.local.docs;
