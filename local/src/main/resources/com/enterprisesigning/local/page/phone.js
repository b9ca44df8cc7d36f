import { button, byId, element } from './dom.js';
import { rendered } from './markdown.js';
import { phone } from './partner.js';

/** So long the simulated app reads a passport. */
const PASSPORT_MS = 2200;

const KEPT = 'phone';

const FAILURES = {
  certificateErr: 'The BankID is blocked',
  notSupportedByUserApp: 'The app is too old',
  transactionRiskBlocked: 'Stopped for the risk',
  facialRecognitionFailed: 'The face is not recognised',
};

const OUTCOMES = {
  COMPLETE: 'Signed',
  USER_CANCEL: 'Refused',
  USER_DECLINED_CALL: 'Not in that call',
  START_FAILED: 'Nobody opened it in 30 seconds',
  EXPIRED_TRANSACTION: 'Nobody signed in 3 minutes',
  CANCELLED: 'The order was ended from outside',
};

/** The phone that the person plays. Whoever has a role plays it alone, and the phone shows it. */
export class Phone {
  #signing;
  #view = { at: 'IDLE' };
  #start = null;
  #drawn = '';

  constructor(signing) {
    this.#signing = signing;
    ({ start: this.#start, view: this.#view } = JSON.parse(sessionStorage.getItem(KEPT)) ?? { start: null, view: this.#view });
    signing.addEventListener('change', () => this.#follow());
    this.#draw();
  }

  #follow() {
    const { participant, expiresAt, status, hint } = this.#signing;
    const start = `${participant?.id} ${expiresAt}`;
    if (start !== this.#start) {
      this.#start = start;
      this.#view = { at: 'IDLE' };
    }
    if (status && !this.#signing.isLive()) {
      this.#view = { at: 'DONE', outcome: OUTCOMES[status === 'FAILED' ? hint : status] ?? 'It failed', good: status === 'COMPLETE' };
    } else if (participant?.role && this.#signing.isLive()) {
      this.#view = this.#played(hint);
    }
    this.#draw();
  }

  /** What a role's phone shows: the order moves by itself. */
  #played(hint) {
    const { text, format } = this.#signing.participant;
    switch (hint) {
      case 'USER_SIGN':
        return { at: 'READ', text, format };
      case 'USER_CALL_CONFIRM':
        return { at: 'CALL', text, format };
      case 'USER_MRTD':
        return { at: 'PASSPORT' };
      case 'STARTED':
      case 'UNKNOWN':
        return { at: 'BUSY' };
      default:
        return { at: 'IDLE' };
    }
  }

  async scan() {
    await this.#pickUp('scan', { qr_string: this.#signing.qrString });
  }

  async open() {
    await this.#pickUp('open', { autostart_token: this.#signing.autostartToken });
  }

  async #answer() {
    const { participant } = this.#signing;
    await this.#do('answer', { personal_number: participant.personalNumber }, (order) => this.#order('CALL', order));
  }

  async #pickUp(action, body) {
    await this.#do(action, body, (order) => {
      if (!this.#signing.participant.mrtd) {
        return this.#order('READ', order);
      }
      setTimeout(() => {
        if (this.#view.at === 'PASSPORT' && this.#view.orderRef === order.order_ref) {
          this.#show(this.#order('READ', order));
        }
      }, PASSPORT_MS);
      return { at: 'PASSPORT', orderRef: order.order_ref };
    });
  }

  #order(at, order) {
    return {
      at,
      orderRef: order.order_ref,
      text: order.user_visible_data,
      format: order.user_visible_data_format,
    };
  }

  async #act(action, next, more = {}) {
    await this.#do(action, { order_ref: this.#view.orderRef, ...more }, () => next);
  }

  async #do(action, body, next) {
    byId('phone-problem').replaceChildren();
    try {
      this.#show(next(await phone(action, body)));
    } catch (error) {
      byId('phone-problem').replaceChildren(element('p', { class: 'alert' }, error.message));
    }
  }

  #show(view) {
    this.#view = view;
    this.#draw();
    byId('screen').querySelector('[data-focus]')?.focus({ preventScroll: true });
  }

  #draw() {
    const { participant, qrString, channel } = this.#signing;
    const live = this.#signing.isLive();
    const can = {
      scan: Boolean(live && qrString && channel === 'QR'),
      open: Boolean(live && qrString && channel === 'DEVICE'),
      answer: live && channel === 'PHONE',
    };
    const drawn = JSON.stringify([this.#view, can, participant?.id]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      sessionStorage.setItem(KEPT, JSON.stringify({ start: this.#start, view: this.#view }));
      byId('screen').replaceChildren(...this.#screen(can, participant?.role));
    }
  }

  #screen(can, role) {
    const view = this.#view;
    switch (view.at) {
      case 'IDLE':
        return [title('BankID'), ...(role ? [playsAlone(role)] : this.#idle(can))];
      case 'BUSY':
        return [title('BankID'), element('p', {}, 'The app is at work …'), playsAlone(role)];
      case 'PASSPORT':
        return [title('Passport'), element('p', {}, 'The app reads the passport …')];
      case 'CALL':
        return [
          title('A phone call'),
          element('p', {}, 'Are you in a call with the company right now?'),
          text(view),
          ...(role
            ? [playsAlone(role)]
            : [
                button('Yes, I am', () => this.#act('confirm-call', { ...view, at: 'READ' }), { class: 'primary' }),
                button('No', () => this.#act('deny-call', this.#done('USER_DECLINED_CALL'))),
              ]),
        ];
      case 'READ':
        return [title('Sign'), text(view), ...(role ? [playsAlone(role)] : this.#choices())];
      default:
        return [title(view.outcome), element('p', { class: view.good ? 'big good' : 'big', 'aria-hidden': 'true' }, view.good ? '✓' : '×')];
    }
  }

  #idle(can) {
    const hint = can.answer
      ? 'The company says: open the app, while we talk.'
      : 'Start at the customer’s browser, then take the phone.';
    return [
      element('p', {}, can.scan || can.open ? 'Something waits to be signed.' : hint),
      button('Scan the QR code', () => this.scan(), { class: 'primary', disabled: !can.scan, hidden: can.open || can.answer }),
      button('Open the app on this device', () => this.open(), { class: 'primary', hidden: !can.open }),
      button('Open the app in the call', () => this.#answer(), { class: 'primary', hidden: !can.answer }),
    ];
  }

  #choices() {
    const failures = element(
      'select',
      { 'aria-label': 'Something goes wrong' },
      element('option', { value: '' }, 'Something goes wrong …'),
      Object.entries(FAILURES).map(([hint, name]) => element('option', { value: hint }, name)),
    );
    failures.addEventListener('change', () =>
      this.#act('fail', { at: 'DONE', outcome: FAILURES[failures.value] }, { hint_code: failures.value }));
    return [
      button('Sign', () => this.#act('sign', this.#done('COMPLETE')), { class: 'primary' }),
      button('Refuse', () => this.#act('cancel', this.#done('USER_CANCEL'))),
      failures,
    ];
  }

  #done(outcome) {
    return { at: 'DONE', outcome: OUTCOMES[outcome], good: outcome === 'COMPLETE' };
  }
}

const title = (words) => element('h3', { tabindex: '-1', 'data-focus': true }, words);

const text = (view) =>
  element('div', { class: 'to-sign', tabindex: '0', role: 'region', 'aria-label': 'The text to sign' },
    rendered(view.text, view.format));

const playsAlone = (role) => element('p', { class: 'note' }, `This phone plays by itself. ${role.name}: ${role.description}`);
