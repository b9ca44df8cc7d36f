import { byId, element } from './dom.js';
import { NoAnswer, Refused } from './partner.js';

let working = false;

/** Runs the action of a click, and ignores clicks until it is done. Shows a refusal beside the button. */
export async function doing(place, work) {
  if (working) {
    return;
  }
  working = true;
  byId(place).replaceChildren();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof Refused)) {
      throw error;
    }
    byId(place).replaceChildren(element('p', { class: 'alert' }, error.message));
  } finally {
    working = false;
  }
}
