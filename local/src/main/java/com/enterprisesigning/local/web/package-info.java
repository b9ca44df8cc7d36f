/** HTTP servers on the loopback address, and their answers. */
package com.enterprisesigning.local.web;
