/**
 * The words of a signing: person, order, participant, signing and its status, what was registered
 * and what was asked for. They have no behaviour but their own, and know no other package.
 */
package com.enterprisesigning.domain;
