import { element } from './dom.js';

/** Reads `**bold**` and `*italic*` in a line; everything else is text, such as `2 * 3 * 4`. */
function inline(line) {
  return line.split(/(\*\*[^*\s](?:[^*]*[^*\s])?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/).map((part) => {
    if (/^\*\*[^*\s](?:[^*]*[^*\s])?\*\*$/.test(part)) {
      return element('strong', {}, part.slice(2, -2));
    }
    return /^\*[^*\s](?:[^*]*[^*\s])?\*$/.test(part) ? element('em', {}, part.slice(1, -1)) : part;
  });
}

function block(lines) {
  const heading = lines.length === 1 && /^(#{1,3}) (.*)$/.exec(lines[0]);
  if (heading) {
    return element('p', { class: `heading h${heading[1].length}` }, inline(heading[2]));
  }
  if (lines.every((line) => /^[-+*] /.test(line))) {
    return element('ul', {}, lines.map((line) => element('li', {}, inline(line.slice(2)))));
  }
  if (lines.length === 1 && /^-{3,}$/.test(lines[0])) {
    return element('hr');
  }
  return element('p', {}, lines.flatMap((line, i) => (i ? [element('br'), ...inline(line)] : inline(line))));
}

/** Returns the text as the app shows it: plain lines, or BankID's simple Markdown without tables. */
export function rendered(text, format) {
  if (format === 'PLAINTEXT') {
    return element('p', { class: 'plain' }, text);
  }
  const blocks = [];
  for (const paragraph of text.split(/\r?\n\s*\r?\n/)) {
    let rest = [];
    for (const line of paragraph.split(/\r?\n/).filter((it) => it !== '')) {
      if (/^#{1,3} /.test(line)) {
        blocks.push(...[rest, [line]].filter((lines) => lines.length));
        rest = [];
      } else {
        rest.push(line);
      }
    }
    if (rest.length) {
      blocks.push(rest);
    }
  }
  return element('div', { class: 'markdown' }, blocks.map(block));
}
