/** HTTP servers on the loopback address, and the answers they give. */
package com.enterprisesigning.local.web;
