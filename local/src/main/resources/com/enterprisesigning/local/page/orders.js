import { byId, element, time } from './dom.js';
import { orders } from './partner.js';

const KINDS = { sign: 'at a screen', phone: 'in a call' };

/** Shows what the simulated BankID has of a person: that a conflict ends both orders can be seen here. */
export async function showOrders(personalNumber) {
  const all = await orders(personalNumber);
  byId('orders-body').replaceChildren(all.length ? table(all) : element('p', { class: 'note' }, 'No order yet.'));
}

const table = (all) =>
  element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ['Made', 'How', 'State'].map((name) => element('th', { scope: 'col' }, name)))),
    element(
      'tbody',
      {},
      all.toReversed().map((order) =>
        element(
          'tr',
          {},
          element('td', {}, time(order.created_at)),
          element('td', {}, KINDS[order.kind] ?? order.kind),
          element('td', {}, element('code', { class: order.outcome ? 'ended' : 'runs' }, order.outcome ?? 'runs')),
        ),
      ),
    ),
  );
