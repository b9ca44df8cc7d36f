/**
 * The protocols ({@code docs/architecture.md#the-protocols}), one class per call. {@link
 * com.enterprisesigning.signing.SigningService} has the calls of the contract, and {@link
 * com.enterprisesigning.signing.SigningCore} wires them up.
 *
 * <p>A start begins in {@code Start.round}: it checks the start and reserves the person's guard. If
 * the guard is taken, {@code HeldGuard} asks the rules and answers. Otherwise {@code
 * UnfinishedOrders} ends what earlier starts left, BankID creates the order, and {@code Activation}
 * makes it the participant's attempt. {@code Collect}, {@code Cancel}, {@code Withdrawal} and
 * {@code FollowUp} act on the order.
 *
 * <p>For all of them, {@code Settlement} asks BankID for the state of an order, or ends it, and
 * records the answer. If the order was signed, {@code CompletionStorage} stores the completion, and
 * {@code EvidenceStorage} decides where. {@code Registration} and {@code Lookup} need no BankID.
 *
 * <p>A call returns an {@code Outcome}: an answer, or a {@code Refusal} with its {@code Reason}.
 */
package com.enterprisesigning.signing;
