/**
 * The two servers that this page talks to: the company's, which calls the Signing API, and the simulator, which has
 * the phone. Every call comes out as an event `call` of `calls`.
 */
export const calls = new EventTarget();

const announce = (call) => calls.dispatchEvent(new CustomEvent('call', { detail: call }));

/** No answer, or one that is no JSON: what to show. */
export class Unreachable extends Error {}

async function fetchJson(path, options) {
  try {
    const answer = await fetch(path, options);
    return { status: answer.status, body: await answer.json() };
  } catch {
    throw new Unreachable('The local run does not answer. Start it again, then reload this page.');
  }
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
 * @returns `call`, whose status may be an error's, and `qr` where there is a code to draw
 */
export async function company(action, body) {
  const { status, body: answer } = await post(`/partner/${action}`, body);
  if (status !== 200) {
    throw new Unreachable(answer.message);
  }
  announce({ by: 'company', ...answer.call });
  return answer;
}

/** The phone does something. Answers the order, or throws what the simulator says against it. */
export async function phone(action, body) {
  const path = `/sandbox/phone/${action}`;
  const at = new Date().toISOString();
  const began = performance.now();
  const { status, body: answer } = await post(path, body);
  const took_ms = Math.round(performance.now() - began);
  announce({ by: 'phone', at, method: 'POST', path, status, took_ms, request: body, answer });
  if (status !== 200) {
    throw new Error(answer.message);
  }
  return answer;
}

/** Everybody who plays a role. */
export const roles = async () => (await fetchJson('/sandbox/roles')).body;

/** What BankID has of a person, the oldest first. */
export const orders = async (personalNumber) =>
  (await fetchJson(`/sandbox/orders?personal_number=${personalNumber}`)).body;
