/**
 * The two servers that this page talks to: the company's, which calls the Signing API, and the simulator, which has
 * the phone. Each call of the API and each action of the phone is dispatched as an event `call` of `calls`.
 */
export const calls = new EventTarget();

const announce = (call) => calls.dispatchEvent(new CustomEvent('call', { detail: call }));

/** There was no answer: the same call may succeed in a moment. */
export class NoAnswer extends Error {}

/** The company's server or the simulator refused the call; the message says what to do. */
export class Refused extends Error {}

async function fetchJson(path, options) {
  let answer;
  let body;
  try {
    answer = await fetch(path, options);
    body = await answer.json();
  } catch {
    throw new NoAnswer('The local run does not answer. Check that it is running.');
  }
  if (answer.status >= 500) {
    throw new NoAnswer(body.message);
  }
  return { status: answer.status, body };
}

const post = (path, body) =>
  fetchJson(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/**
 * The company's server makes one call of the Signing API.
 *
 * @returns `call`, whose status may be an error's, and `qr` if there is a code to draw
 */
export async function company(action, body) {
  const { status, body: answer } = await post(`/partner/${action}`, body);
  if (status !== 200) {
    throw new Refused(answer.message);
  }
  announce({ by: 'company', ...answer.call });
  return answer;
}

/** Makes the phone do something, and returns the order. */
export async function phone(action, body) {
  const path = `/sandbox/phone/${action}`;
  const at = new Date().toISOString();
  const began = performance.now();
  const { status, body: answer } = await post(path, body);
  const took_ms = Math.round(performance.now() - began);
  announce({ by: 'phone', at, method: 'POST', path, status, took_ms, request: body, answer });
  if (status !== 200) {
    throw new Refused(answer.message);
  }
  return answer;
}

async function get(path) {
  const { status, body } = await fetchJson(path);
  if (status !== 200) {
    throw new Refused(body.message);
  }
  return body;
}

/** Returns all persons with a role. */
export const roles = () => get('/sandbox/roles');

/** Returns BankID's orders of a person, oldest first. */
export const orders = (personalNumber) => get(`/sandbox/orders?personal_number=${personalNumber}`);
