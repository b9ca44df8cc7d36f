/**
 * What a local run registers at its start, so that there is somebody to sign (design section 10).
 */
package com.enterprisesigning.local.seed;
