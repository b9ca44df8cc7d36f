/**
 * The contract to read and to try: Swagger UI from its WebJar, over {@code openapi.yaml}. It loads
 * nothing from another host.
 */
package com.enterprisesigning.local.docs;
