import { byId, clock, element } from './dom.js';

const ruleRows = () => [...document.querySelectorAll('#rule-table tbody tr')];

let shownAt = null;

/** What the last call was refused with, the rule that it met, and the block with its countdown. */
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

function card({ status, problem, rule }) {
  const met = ruleRows().find((row) => row.dataset.rule === rule);
  const words = met
    ? `The person has ${met.cells[0].textContent}, and here comes ${met.cells[1].textContent}: ${met.cells[2].textContent}.`
    : (problem?.detail ?? problem?.reason?.message ?? problem?.message ?? '');
  return element(
    'div',
    { class: 'alert' },
    element('p', { class: 'alert-title' }, `${status} `, element('code', {}, problem?.reason?.code ?? '')),
    element('p', {}, words),
  );
}

let counting = 0;

/** The countdown; called every second. 0 for whoever had no block. */
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
    place.replaceChildren(element('p', { class: 'over', role: 'status' }, 'The block is over: a start succeeds again.'));
  }
}

const countdown = (left) =>
  element(
    'div',
    { class: 'block' },
    element('p', { role: 'timer' }, 'Blocked for ', element('strong', {})),
    element('progress', { max: String(left), 'aria-label': 'Until the block is over' }),
  );
