import { byId, clock, element } from './dom.js';

/** So long the first order is remembered; the API's own default. */
const WINDOW_MS = 180_000;

/** A `retry_at` nearer than this is no block, but a call that is not settled yet. */
const SHORTEST_BLOCK_MS = 26_000;

/** Which rule a refused start met. The API tells nobody more than the time; this page knows what it did before. */
export function ruleOf(call, attempt, before) {
  if (call.status !== 409 || call.answer?.reason?.code !== 'RFA4_SIGNING_IN_PROGRESS') {
    return null;
  }
  const now = Date.now();
  const retryAt = Date.parse(call.answer.retry_at ?? '');
  if (before.blockedUntil > now) {
    return 'BLOCKED';
  }
  if (!retryAt) {
    return before.live ? 'SAME_IP' : 'OTHER_BANK';
  }
  const { last } = before;
  if (before.live && last.kind !== attempt.kind) {
    return 'MIXED';
  }
  if (before.live && attempt.kind === 'PHONE') {
    return 'PHONE_TWICE';
  }
  const remembered = last?.kind === 'SCREEN' && now - last.at < WINDOW_MS;
  if (attempt.kind === 'SCREEN' && remembered && last.visitor !== attempt.visitor) {
    return 'OTHER_IP';
  }
  return retryAt - now > SHORTEST_BLOCK_MS ? 'BLOCKED' : 'UNSETTLED';
}

const CONSEQUENCES = {
  SAME_IP: 'Both orders have ended. Start again from this IP, and it succeeds.',
  OTHER_IP: 'Two IPs within three minutes: it may be somebody who waits for the customer to sign the wrong order. Both have ended, and the person is blocked.',
  PHONE_TWICE: 'Two phone starts: both orders have ended, and the person is blocked.',
  MIXED: 'A start at a screen and one in a call: both orders have ended, and the person is blocked.',
  BLOCKED: 'The person is blocked. This call has changed nothing: neither it nor cancel shortens or lengthens the block.',
  UNSETTLED: 'Another call for this person is not settled yet. Nothing was changed; send it again then.',
  OTHER_BANK: 'The person has an order at another bank. BankID ends that one, and makes none here.',
};

/** What the last start or cancel was refused with, and the block with its countdown. */
export function showConflict({ refusal, blockedUntil }) {
  byId('conflict').replaceChildren(...(refusal ? [refusalCard(refusal)] : []));
  document.querySelectorAll('#rule-table tbody tr').forEach((row) => {
    const met = refusal?.rule === row.dataset.rule;
    row.toggleAttribute('data-met', met);
    met ? row.setAttribute('aria-current', 'true') : row.removeAttribute('aria-current');
  });
  showBlock(blockedUntil);
}

function refusalCard({ status, problem, rule }) {
  return element(
    'div',
    { class: 'alert' },
    element('p', { class: 'alert-title' }, `${status} `, element('code', {}, problem?.reason?.code ?? problem?.message ?? '')),
    element('p', {}, CONSEQUENCES[rule] ?? problem?.detail ?? problem?.reason?.message ?? ''),
  );
}

let drawn = 0;

/** The countdown; called every second. */
export function showBlock(blockedUntil) {
  const left = blockedUntil - Date.now();
  const place = byId('block');
  if (left <= 0) {
    if (drawn) {
      place.replaceChildren(element('p', { class: 'over', role: 'status' }, 'The block is over: a start succeeds again.'));
      drawn = 0;
    }
    return;
  }
  if (drawn !== blockedUntil) {
    drawn = blockedUntil;
    place.replaceChildren(
      element(
        'div',
        { class: 'block' },
        element('p', { role: 'timer' }, 'Blocked for ', element('strong', {}, '')),
        element('progress', { max: String(left), 'aria-label': 'Until the block is over' }),
      ),
    );
  }
  place.querySelector('strong').textContent = clock(blockedUntil);
  place.querySelector('progress').value = left;
}
