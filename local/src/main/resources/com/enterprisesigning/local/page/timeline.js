import { byId, element, time } from './dom.js';

/** Older entries are removed, so that a page that stays open for a day does not grow. */
const MOST_GROUPS = 100;
const MOST_CALLS = 40;

let group = null;

/** Lists a call. Polls repeat often, so a call that repeats the previous one with the same outcome joins its entry. */
export function writeDown(call) {
  const key = [call.by, call.path, call.status, outcome(call)].join(' ');
  if (group?.key !== key) {
    group = begin(key, call);
  }
  group.count += 1;
  group.list.prepend(oneCall(call));
  while (group.list.children.length > MOST_CALLS) {
    group.list.lastElementChild.remove();
  }
  group.times.textContent = group.count > 1 ? `×${group.count}` : '';
}

function begin(key, call) {
  const list = element('ol', { class: 'calls' });
  const times = element('span', { class: 'times' });
  const summary = element(
    'summary',
    {},
    element('span', { class: `who ${call.by}-call` }, call.by),
    element('code', {}, `${call.method} ${call.path}`),
    element('span', { class: `code s${Math.floor(call.status / 100)}` }, String(call.status)),
    element('span', { class: 'outcome' }, outcome(call)),
    times,
  );
  const timeline = byId('timeline');
  timeline.prepend(element('li', {}, element('details', {}, summary, list)));
  while (timeline.children.length > MOST_GROUPS) {
    timeline.lastElementChild.remove();
  }
  return { key, list, times, count: 0 };
}

function outcome({ request, answer }) {
  const from = request?.end_user_ip ? `from ${request.end_user_ip} ` : '';
  const words = [answer?.status, answer?.hint_code].filter((word) => typeof word === 'string');
  return from + (answer?.reason?.code ?? words.join(' '));
}

const oneCall = ({ at, took_ms, idempotency_key, request, answer }) =>
  element(
    'li',
    {},
    element('p', { class: 'note' }, `${time(at)}, ${took_ms} ms`),
    idempotency_key ? element('p', { class: 'note' }, 'Idempotency-Key: ', element('code', {}, idempotency_key)) : null,
    request ? json('Request', request) : null,
    answer ? json('Answer', answer) : element('p', { class: 'note' }, 'No body.'),
  );

const json = (title, value) =>
  element(
    'figure',
    {},
    element('figcaption', {}, title),
    element('pre', { tabindex: '0' }, JSON.stringify(value, null, 2)),
  );
