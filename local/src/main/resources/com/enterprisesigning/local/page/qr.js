import { byId } from './dom.js';

/** The quiet zone around a QR code, in modules (ISO/IEC 18004). */
const QUIET = 4;

const svg = (name, attributes) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

/** Draws the code, or removes it if there is none. */
export function drawQr(qr) {
  if (!qr) {
    byId('qr').replaceChildren();
    return;
  }
  const side = qr.size + 2 * QUIET;
  const drawing = svg('svg', {
    viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`,
    role: 'img',
    'aria-label': 'QR code to scan with the BankID app',
    'shape-rendering': 'crispEdges',
  });
  drawing.append(
    svg('rect', { x: -QUIET, y: -QUIET, width: side, height: side, fill: '#fff' }),
    svg('path', { d: qr.path, fill: '#000' }),
  );
  byId('qr').replaceChildren(drawing);
}
