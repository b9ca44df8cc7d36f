/** The same contracts on another engine: LocalStack, by Testcontainers (design section 13). */
package com.enterprisesigning.localstack;
