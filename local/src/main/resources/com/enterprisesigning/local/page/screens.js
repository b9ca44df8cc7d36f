import { button, element } from './dom.js';
import { rendered } from './markdown.js';

/** What can go wrong in the app, by BankID's hint codes. */
const FAILURES = {
  certificateErr: 'The BankID is blocked',
  notSupportedByUserApp: 'The app is too old',
  transactionRiskBlocked: 'Blocked because of the risk',
  facialRecognitionFailed: 'The face is not recognised',
};

/**
 * Returns the content of the phone's screen.
 *
 * @param view `at`, and the data of that view
 * @param can what the phone can do while it is idle
 * @param role the role whose phone plays by itself; null if the user plays the phone
 * @param act the buttons' actions
 */
export function screen(view, can, role, act) {
  const alone = role ? [element('p', { class: 'note' }, `This phone plays by itself. ${role.name}: ${role.description}`)] : null;
  switch (view.at) {
    case 'IDLE':
      return [title('BankID'), ...(alone ?? idle(can, act))];
    case 'BUSY':
      return [title('BankID'), element('p', {}, 'The app is working …'), ...(alone ?? [])];
    case 'PASSPORT':
      return [title('Passport'), element('p', {}, 'The app reads the passport …'), ...(alone ?? [])];
    case 'CALL':
      return [
        title('A phone call'),
        element('p', {}, 'Are you in a call with the company right now?'),
        text(view),
        ...(alone ?? [button('Yes, I am', act.confirmCall, { class: 'primary' }), button('No', act.denyCall)]),
      ];
    case 'READ':
      return [title('Sign'), text(view), ...(alone ?? choices(act))];
    default:
      return [title(view.outcome), element('p', { class: view.good ? 'big good' : 'big', 'aria-hidden': 'true' }, view.good ? '✓' : '×')];
  }
}

function idle(can, act) {
  const waits = can.scan || can.open;
  const hint = can.answer ? 'The company says: open the app while we talk.' : 'Start in the customer’s browser, then use the phone.';
  return [
    element('p', {}, waits ? 'Something is waiting to be signed.' : hint),
    button('Scan the QR code', act.scan, { class: 'primary', disabled: !can.scan, hidden: can.open || can.answer }),
    button('Open the app on this device', act.open, { class: 'primary', hidden: !can.open }),
    button('Open the app in the call', act.answer, { class: 'primary', hidden: !can.answer }),
  ];
}

const choices = (act) => [
  button('Sign', act.sign, { class: 'primary' }),
  button('Refuse', act.cancel),
  element(
    'details',
    {},
    element('summary', {}, 'Something goes wrong …'),
    element('div', { class: 'failures' },
      Object.entries(FAILURES).map(([hint, name]) => button(name, () => act.fail(hint, name)))),
  ),
];

const title = (words) => element('h3', { tabindex: '-1', 'data-focus': true }, words);

const text = (view) =>
  element('div', { class: 'to-sign', tabindex: '0', role: 'region', 'aria-label': 'The text to sign' },
    rendered(view.text, view.format));
