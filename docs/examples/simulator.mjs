// docs/simulator.md: one signature at the simulator, with Node alone.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';

const directory = 'simulator-certificates', port = 8443;
const file = (name) => readFileSync(`${directory}/${name}`);
const ca = file('tls-root.pem'); // the only root that is trusted
const relyingParty = new Agent({ ca, cert: file('client.pem'), key: file('client-key.pem'), keepAlive: true });
const somebody = new Agent({ ca });

const post = (agent, path, body) => new Promise((resolve, reject) => {
  const headers = { 'Content-Type': 'application/json' }; // exactly this: with a charset the answer is 415
  request({ host: '127.0.0.1', port, path, agent, method: 'POST', headers }, async (response) => {
    let text = '';
    for await (const part of response) text += part;
    resolve(JSON.parse(text));
  }).on('error', reject).end(JSON.stringify(body));
});
const rp = (call, body) => post(relyingParty, `/rp/v6.0/${call}`, body);
const phone = (action, body) => post(somebody, `/sandbox/phone/${action}`, body);

const order = await rp('sign', {
  endUserIp: '198.51.100.7',
  userVisibleData: Buffer.from('I agree.').toString('base64'),
});
const receivedAt = performance.now();
const qr = () => {
  const t = String(Math.floor((performance.now() - receivedAt) / 1000));
  const code = createHmac('sha256', order.qrStartSecret).update(t).digest('hex');
  return `bankid.${order.qrStartToken}.${t}.${code}`;
};

const { order_ref } = await phone('scan', { qr_string: qr(), personal_number: '189007159909' });
console.log(await rp('collect', { orderRef: order.orderRef })); // pending, userSign
await phone('sign', { order_ref });
const { status, completionData } = await rp('collect', { orderRef: order.orderRef });
console.log(status, completionData.user, completionData.signature.length);
relyingParty.destroy();
