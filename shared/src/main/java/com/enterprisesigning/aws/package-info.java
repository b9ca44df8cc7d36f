/** What all connections to AWS have in common. */
package com.enterprisesigning.aws;
