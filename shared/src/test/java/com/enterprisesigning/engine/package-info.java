/** The contracts on another engine than the ones in the process: LocalStack or moto. */
package com.enterprisesigning.engine;
