package com.enterprisesigning.exploration;

/** What happens to a call at its next step. */
enum Fate {
  GOES_ON,
  /** The process is killed before the step is made. */
  DIES,
  /** The request does not arrive. The caller learns only that nothing came back. */
  REQUEST_IS_LOST,
  /** The step is made, but its answer does not arrive. */
  REPLY_IS_LOST,
  /** The answer does not arrive, and AWS's client sends the request again by itself. */
  IS_SENT_AGAIN,
  /** No answer arrives in time, and the request is carried out later. */
  COMES_LATE,
  /** BankID is in maintenance. */
  IS_REFUSED
}
