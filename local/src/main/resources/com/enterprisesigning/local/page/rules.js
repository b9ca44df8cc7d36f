/** How long the first order is remembered; the API's own default. */
const WINDOW_MS = 180_000;

/** A `retry_at` nearer than this means a call that is not settled yet, not a block. */
const SHORTEST_BLOCK_MS = 26_000;

/**
 * Returns the rule that a refused call met. The API does not say whose order it was, but this page knows what it did
 * itself. Null if it does not know: another tab, or somebody else, may have started.
 *
 * @param attempt `kind` (`SCREEN`, `PHONE` or `CANCEL`) and, for a start at a screen, `visitor`
 * @param before `last`, the last order that this page started for the person, and `blockedUntil`
 */
export function ruleOf(call, attempt, { last, blockedUntil }) {
  if (call.status !== 409 || call.answer?.reason?.code !== 'RFA4_SIGNING_IN_PROGRESS') {
    return null;
  }
  const now = Date.now();
  const retryAt = Date.parse(call.answer.retry_at ?? '');
  const live = lives(last);
  if (blockedUntil > now) {
    return 'BLOCKED';
  }
  if (!retryAt) {
    return live ? 'SAME_IP' : 'ELSEWHERE';
  }
  if (attempt.kind !== 'CANCEL' && live && last.kind !== attempt.kind) {
    return 'MIXED';
  }
  if (attempt.kind === 'PHONE' && live) {
    return 'PHONE_TWICE';
  }
  const remembered = last?.kind === 'SCREEN' && now - last.at < WINDOW_MS;
  if (attempt.kind === 'SCREEN' && remembered && last.visitor !== attempt.visitor) {
    return 'OTHER_IP';
  }
  return isBlock(retryAt) ? null : 'UNSETTLED';
}

/** Whether a `retry_at` means that the person is blocked until then. */
export const isBlock = (retryAt) => retryAt - Date.now() > SHORTEST_BLOCK_MS;

/** Whether an order that this page started may still be running. */
export const lives = (last) => Boolean(last && !last.ended && Date.now() < last.until);

/** Whether a call that met this rule leaves the person blocked until then. */
export const blocks = (rule, retryAt) => ['OTHER_IP', 'PHONE_TWICE', 'MIXED', 'BLOCKED'].includes(rule) || isBlock(retryAt);
