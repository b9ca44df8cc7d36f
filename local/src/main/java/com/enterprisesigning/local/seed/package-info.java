/** Registers persons who can sign when a local run starts. */
package com.enterprisesigning.local.seed;
