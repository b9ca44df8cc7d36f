/** What a local run registers when it starts, so that there are persons who can sign. */
package com.enterprisesigning.local.seed;
