import { alone as ranges } from './word-characters.js';

// Words are counted as the server counts them (WordReader.cs): a Han, Kana or Hangul letter is a word of its own.
const alone = `[\\p{L}&&[${ranges}]]`;
const part = `[[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]--${alone}]+`;
const word = new RegExp(`${alone}|${part}(?:['’\\-]+${part})*`, 'gv');

const paragraphsOf = turn => [...turn.querySelectorAll('p:not([class])')];

/** The words of the turn that the selection touches: { turn, first, last, text }; null where it is not in one turn. */
export function chosenWords(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const turn = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('.turn');
  if (!turn) return null;

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

// Where a point of the document stands in the paragraph's text.
function offsetIn(paragraph, node, offset, otherwise) {
  if (!paragraph.contains(node)) return otherwise;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return range.toString().length;
}

export const textOf = turn => paragraphsOf(turn).map(p => p.textContent).join('\n\n');
