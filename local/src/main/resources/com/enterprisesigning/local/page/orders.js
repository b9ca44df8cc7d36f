import { byId, element, time } from './dom.js';
import { orders } from './partner.js';

const KINDS = { sign: 'at a screen', phone: 'in a call' };

let asked = 0;

/** Shows a person's orders at the simulated BankID, so that the user sees a conflict end them. */
export async function showOrders(personalNumber) {
  asked += 1;
  const mine = asked;
  let shown;
  try {
    const all = await orders(personalNumber);
    shown = all.length ? table(all) : element('p', { class: 'note' }, 'No order yet.');
  } catch (error) {
    shown = element('p', { class: 'note' }, error.message);
  }
  if (mine === asked) {
    byId('orders-body').replaceChildren(shown);
  }
}

const table = (all) =>
  element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ['Created', 'How', 'State'].map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, all.toReversed().map(row)),
  );

const row = (order) =>
  element(
    'tr',
    {},
    element('td', {}, time(order.created_at)),
    element('td', {}, KINDS[order.kind] ?? order.kind),
    element('td', {}, element('code', { class: order.outcome ? 'ended' : 'runs' }, order.outcome ?? 'running')),
  );
