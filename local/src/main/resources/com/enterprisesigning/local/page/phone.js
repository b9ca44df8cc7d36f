import { doing } from './doing.js';
import { byId } from './dom.js';
import { keptAt } from './kept.js';
import { phone } from './partner.js';
import { screen } from './screens.js';

const kept = keptAt('phone', (value) => Boolean(value.view?.at));

/** How an order ended, by status or hint, if something other than this phone ended it. */
const OUTCOMES = {
  COMPLETE: 'Signed',
  COLLECT_ERROR: 'Not accepted: see the browser',
  USER_CANCEL: 'Refused',
  USER_DECLINED_CALL: 'Not in that call',
  START_FAILED: 'Nobody opened the order within 30 seconds',
  EXPIRED_TRANSACTION: 'Nobody signed within 3 minutes',
  CANCELLED: 'The order was cancelled outside the app',
  CERTIFICATE_ERR: 'The BankID is blocked',
  NOT_SUPPORTED_BY_USER_APP: 'The app is too old',
  TRANSACTION_RISK_BLOCKED: 'Blocked because of the risk',
};

const SIGNED = { at: 'DONE', outcome: OUTCOMES.COMPLETE, good: true };

const ended = (outcome) => ({ at: 'DONE', outcome, good: false });

/** The phone that the user plays. A role plays by itself, and the phone shows its progress. */
export class Phone {
  #signing;
  #view;
  #start;
  #drawn = '';

  constructor(signing) {
    this.#signing = signing;
    ({ start: this.#start, view: this.#view } = kept.read() ?? { start: null, view: { at: 'IDLE' } });
    signing.addEventListener('change', () => this.#follow());
    this.#draw();
  }

  /** Follows the order as the company's page knows it. */
  #follow() {
    const { participant, expiresAt, status, hint } = this.#signing;
    const start = `${participant?.id} ${expiresAt}`;
    if (start !== this.#start) {
      this.#start = start;
      this.#view = { at: 'IDLE' };
    }
    if (status === 'COMPLETE') {
      this.#view = SIGNED;
    } else if (status && !this.#signing.isLive()) {
      // Keep the outcome of what this phone did itself.
      this.#view = this.#view.at === 'DONE' ? this.#view : ended(OUTCOMES[status === 'FAILED' ? hint : status] ?? 'The signing failed');
    } else if (participant?.role && status) {
      this.#view = this.#played(hint);
    } else if (this.#view.at === 'PASSPORT' && hint === 'USER_SIGN') {
      this.#view = { ...this.#view, at: 'READ' };
    }
    this.#draw();
  }

  /** Returns what a role's phone shows: the order moves by itself. */
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

  #actions() {
    const { participant } = this.#signing;
    const orderRef = { order_ref: this.#view.orderRef };
    return {
      scan: () => this.#do('scan', { qr_string: this.#signing.qrString }, (order) => this.#pickedUp(order)),
      open: () => this.open(),
      answer: () => this.#do('answer', { personal_number: participant.personalNumber }, (order) => shown('CALL', order)),
      confirmCall: () => this.#do('confirm-call', orderRef, () => ({ ...this.#view, at: 'READ' })),
      denyCall: () => this.#do('deny-call', orderRef, () => ended(OUTCOMES.USER_DECLINED_CALL)),
      sign: () => this.#do('sign', orderRef, () => SIGNED),
      cancel: () => this.#do('cancel', orderRef, () => ended(OUTCOMES.USER_CANCEL)),
      fail: (hint_code, name) => this.#do('fail', { ...orderRef, hint_code }, () => ended(name)),
    };
  }

  /** Opens the app with the autostart token. */
  async open() {
    await this.#do('open', { autostart_token: this.#signing.autostartToken }, (order) => this.#pickedUp(order));
  }

  #pickedUp(order) {
    return shown(this.#signing.participant.mrtd ? 'PASSPORT' : 'READ', order);
  }

  async #do(action, body, next) {
    await doing('phone-problem', async () => {
      this.#view = next(await phone(action, body));
      this.#draw();
      byId('screen').querySelector('[data-focus]')?.focus({ preventScroll: true });
    });
  }

  /** Draws the screen if it changed, so that nothing is replaced while the user reads or clicks. */
  #draw() {
    const { participant, qrString, channel } = this.#signing;
    const live = this.#signing.isLive();
    const idle = this.#view.at === 'IDLE';
    const can = {
      scan: Boolean(idle && live && qrString && channel === 'QR'),
      open: Boolean(idle && live && qrString && channel === 'DEVICE'),
      answer: idle && live && channel === 'PHONE',
    };
    kept.write({ start: this.#start, view: this.#view });
    const drawn = JSON.stringify([this.#view, can, participant?.id]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      byId('screen').replaceChildren(...screen(this.#view, can, participant?.role, this.#actions()));
    }
  }
}

/** Returns the order as the app shows it. The simulator spells the formats as BankID does, not as the API does. */
const shown = (at, order) => ({
  at,
  orderRef: order.order_ref,
  text: order.user_visible_data,
  format: order.user_visible_data_format === 'plaintext' ? 'PLAINTEXT' : 'SIMPLE_MARKDOWN_V1',
});
