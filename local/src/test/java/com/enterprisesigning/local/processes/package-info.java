/**
 * Processes, not threads: the shipped jar under Lambda's runtime interface client, in several JVMs
 * over one table and one BankID. Some are killed ({@code kill -9}) while they work; in others 32
 * threads share one handler instance. BankID's journal shows whether the rules held. Start reading
 * at {@link com.enterprisesigning.local.processes.HammeredPerson}.
 */
package com.enterprisesigning.local.processes;
