import { alone as ranges } from './word-characters.js';

// Words are counted as the server counts them (WordReader.cs): each Han, Kana or Hangul letter is a word.
const alone = `[\\p{L}&&[${ranges}]]`;
const part = `[[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]--${alone}]+`;
const word = new RegExp(`${alone}|${part}(?:['’\\-]+${part})*`, 'gv');

const paragraphsOf = turn => [...turn.querySelectorAll('p:not([class])')];

/** The selected words of each turn: [{ turn, first, last, text }]. */
export function chosenWords(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const touched = [...document.querySelectorAll('.turn')].filter(turn => range.intersectsNode(turn)).map(turn => chosenIn(turn, range)).filter(Boolean);

  // With two languages side by side, only the one with the selection.
  return touched.filter(({ turn }) => sideOf(turn) === sideOf(touched[0].turn));
}

const sideOf = turn => {
  const both = turn.closest('.both');
  return both ? [...both.children].indexOf(turn.closest('.turns')) : -1;
};

function chosenIn(turn, range) {
  let before = 0, first = 0, last = 0;
  const text = [];
  for (const paragraph of paragraphsOf(turn)) {
    const words = [...paragraph.textContent.matchAll(word)];
    if (range.intersectsNode(paragraph)) {
      const from = offsetIn(paragraph, range.startContainer, range.startOffset, 0);
      const to = offsetIn(paragraph, range.endContainer, range.endOffset, paragraph.textContent.length);
      const touched = words.filter(w => w.index < to && w.index + w[0].length > from);
      if (touched.length) {
        const end = touched.at(-1);
        first ||= before + words.indexOf(touched[0]) + 1;
        last = before + words.indexOf(end) + 1;
        text.push(paragraph.textContent.slice(touched[0].index, end.index + end[0].length));
      }
    }
    before += words.length;
  }
  return first ? { turn, first, last, text: text.join(' ') } : null;
}

// Offset of a DOM position in the paragraph's text.
function offsetIn(paragraph, node, offset, otherwise) {
  if (!paragraph.contains(node)) return otherwise;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return range.toString().length;
}

export const textOf = turn => paragraphsOf(turn).map(p => p.textContent).join('\n\n');

/**
 * Asks the server for a link to these words. It computes the hash, because only it folds words reliably. Null if it does not answer, or
 * has other words there than this page.
 */
export async function linkToWords(chosen, turnsApi) {
  const link = new URL(chosen[0].turn.querySelector('.permalink').href);
  const id = link.pathname.split('/').at(-1);
  const last = chosen.at(-1).last;
  const asked = new URLSearchParams({ w: `${chosen[0].first}-${chosen.length > 1 ? `${chosen.length - 1}.${last}` : last}` });
  if (link.searchParams.has('lang')) asked.set('lang', link.searchParams.get('lang'));
  const answer = await fetch(`${turnsApi}${id}?${asked}`).catch(() => null);
  const found = answer?.ok ? await answer.json() : null;
  if (found?.id !== id || found.quote?.text !== chosen.map(words => words.text).join('\n')) return null;
  link.searchParams.set('w', new URL(found.quote.url, link).searchParams.get('w'));
  return link.href;
}
