import { doing } from './doing.js';
import { byId, element } from './dom.js';
import { roles } from './partner.js';
import { anybody, written } from './person.js';

const PLAIN = 'Loan agreement 4711\n\nI borrow 100 000 kronor from Example Bank, to be paid back over five years, and have read its terms.';
const MARKDOWN = '# Loan agreement 4711\n\nI borrow **100 000 kronor** from *Example Bank*:\n\n+ to be paid back over five years\n+ at an interest of 4.2 %\n\nI have read the terms.';

/** How many characters of a text's first line serve as its title. */
const LONGEST_TITLE = 80;

/** The form that chooses or makes up a participant. It dispatches an event `change` when it changes. */
export class Registration extends EventTarget {
  #signing;
  #roles = [];

  constructor(signing) {
    super();
    this.#signing = signing;
    byId('person').addEventListener('change', () => this.#showPerson());
    byId('personal-number').value = written(anybody());
    byId('text').value = PLAIN;
    byId('markdown').addEventListener('change', ({ target }) => {
      const [from, to] = target.checked ? [PLAIN, MARKDOWN] : [MARKDOWN, PLAIN];
      if (byId('text').value === from) {
        byId('text').value = to;
      }
    });
    byId('registration').addEventListener('submit', (event) => {
      event.preventDefault();
      doing('registration-problem', () => this.#register());
    });
    byId('change').addEventListener('click', () => {
      this.#open(true);
      byId('person').focus();
    });
  }

  /** While the form is open, the previous participant's signing cannot be started. */
  get isOpen() {
    return !byId('registration').hidden;
  }

  async fill() {
    this.#roles = await roles();
    byId('person').replaceChildren(
      element('option', { value: '' }, 'You: play the phone yourself'),
      element('optgroup', { label: 'Plays by itself' },
        this.#roles.map((role) => element('option', { value: role.personal_number }, role.name))),
    );
    this.#showPerson();
    if (this.#signing.participant) {
      this.#open(false);
    }
  }

  #showPerson() {
    const role = this.#chosen();
    byId('own-number').hidden = Boolean(role);
    byId('personal-number').disabled = Boolean(role);
    byId('person-plays').textContent = role ? role.description : '';
  }

  #chosen() {
    return this.#roles.find((role) => role.personal_number === byId('person').value) ?? null;
  }

  async #register() {
    const role = this.#chosen();
    const text = byId('text').value;
    const format = byId('markdown').checked ? 'SIMPLE_MARKDOWN_V1' : 'PLAINTEXT';
    const problem = await this.#signing.register(
      { role, name: role?.name ?? 'You', text, format },
      {
        personal_number: role?.personal_number ?? byId('personal-number').value.replaceAll(/[\s-]/g, ''),
        user_visible_data: text,
        user_visible_data_format: format,
        mrtd: byId('mrtd').checked,
      },
    );
    if (problem) {
      const words = problem.detail ?? problem.reason?.message ?? problem.message;
      byId('registration-problem').replaceChildren(element('p', { class: 'alert' }, words));
    } else {
      this.#open(false);
      byId('customer-title').focus();
    }
  }

  #open(open) {
    byId('registration').hidden = !open;
    byId('registered').hidden = open;
    if (!open) {
      const { name, personalNumber, text } = this.#signing.participant;
      const firstLine = text.split('\n')[0].replace(/^#+ /, '').slice(0, LONGEST_TITLE);
      byId('registered-what').firstElementChild.textContent = `${name}, ${written(personalNumber)}: “${firstLine}”`;
    }
    this.dispatchEvent(new Event('change'));
  }
}
