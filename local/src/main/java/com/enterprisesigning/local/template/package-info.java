/** What the local run reads of {@code template.yaml}: routes, functions, the table's keys. */
package com.enterprisesigning.local.template;
