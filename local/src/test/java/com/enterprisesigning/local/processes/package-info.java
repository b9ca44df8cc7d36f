/**
 * Processes, not threads: the shipped jar under Lambda's runtime interface client, in several JVMs
 * over one table and one BankID, with {@code kill -9} in between; and one handler instance for 32
 * threads. BankID's journal is the judge (design section 6). Start reading at {@link
 * com.enterprisesigning.local.processes.HammeredPerson}.
 */
package com.enterprisesigning.local.processes;
