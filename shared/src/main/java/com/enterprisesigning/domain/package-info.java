/**
 * The words of a signing: person, order, participant, signing and its status, what was registered
 * and what was asked for. They import no other package.
 */
package com.enterprisesigning.domain;
