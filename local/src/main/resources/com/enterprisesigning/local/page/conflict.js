import { byId, clock, element, time } from './dom.js';

const ruleRows = () => [...document.querySelectorAll('#rule-table tbody tr')];

let shownAt = null;

/** Shows the last call's refusal, the rule that the call met, and the block with its countdown. */
export function showConflict({ refusal, blockedUntil }) {
  showBlock(blockedUntil);
  if (shownAt === (refusal?.at ?? null)) {
    return;
  }
  shownAt = refusal?.at ?? null;
  for (const row of ruleRows()) {
    const met = refusal !== null && refusal.rule === row.dataset.rule;
    met ? row.setAttribute('aria-current', 'true') : row.removeAttribute('aria-current');
  }
  byId('conflict').replaceChildren(...(refusal ? [card(refusal)] : []));
}

/** The texts that the user reads, from docs/errors.md. */
const USER_READS = {
  RFA4_SIGNING_IN_PROGRESS: {
    sv: 'En identifiering eller underskrift pågår redan för ditt personnummer. Försök igen.',
    en: 'An identification or signature is already in progress for your personal identity number. Please try again.',
  },
  BANKID_REFUSED: { sv: 'Det går inte att skriva under just nu.', en: 'Signing is not possible now.' },
  RFA5_BANKID_ERROR: { sv: 'Något gick fel. Försök igen.', en: 'Something went wrong. Please try again.' },
  SERVICE_UNAVAILABLE: { sv: 'Något gick fel. Försök igen.', en: 'Something went wrong. Please try again.' },
  RFA5_BANKID_UNAVAILABLE: { sv: 'Något gick fel. Försök igen.', en: 'Something went wrong. Please try again.' },
};

function card({ status, problem, retryAt }) {
  const code = problem?.reason?.code ?? '';
  const words = USER_READS[code];
  return element(
    'div',
    { class: 'alert' },
    element('p', { class: 'alert-title' }, `${status} `, element('code', {}, code)),
    words ? element('p', { lang: 'sv' }, words.sv) : null,
    words ? element('p', { lang: 'en', class: 'note' }, words.en) : null,
    element('p', { class: 'note' }, problem?.detail ?? problem?.reason?.message ?? problem?.message ?? ''),
    retryAt ? element('p', { class: 'note' }, `The same call may succeed from ${time(retryAt)}.`) : null,
  );
}

let counting = 0;

/** Shows the countdown; called every second. `blockedUntil` is 0 for a person without a block. */
export function showBlock(blockedUntil) {
  const place = byId('block');
  const left = blockedUntil - Date.now();
  if (counting !== blockedUntil) {
    counting = blockedUntil;
    place.replaceChildren(...(left > 0 ? [countdown(left)] : []));
  }
  const bar = place.querySelector('progress');
  if (bar && left > 0) {
    place.querySelector('strong').textContent = clock(blockedUntil);
    bar.value = left;
  } else if (bar) {
    place.replaceChildren(element('p', { class: 'over', role: 'status' }, 'The block is over. A start can succeed again.'));
  }
}

const countdown = (left) =>
  element(
    'div',
    { class: 'block' },
    element('p', { role: 'timer' }, 'Blocked for ', element('strong', {})),
    element('progress', { max: String(left), 'aria-label': 'Until the block is over' }),
  );
