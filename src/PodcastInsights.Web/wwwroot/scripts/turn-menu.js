import { chosenWords, textOf } from './words.js';
import { format } from './storage.js';

const menu = document.getElementById('turn-menu');
const article = menu.closest('article');
const status = menu.querySelector('[role="status"]');
const button = name => menu.querySelector(`[data-do="${name}"]`);

// What the menu is about: { turn, words?, text }.
let subject;

const linkOf = ({ turn, words }) => {
  const link = new URL(turn.querySelector('.permalink').href);
  if (words) link.searchParams.set('w', words);
  return link.href;
};

const quoteOf = what => format(
  menu.dataset.quote, what.text, what.turn.querySelector('h3').textContent, article.dataset.source, linkOf(what));

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = menu.dataset.copied;
  } catch {
    status.textContent = menu.dataset.failed;
  }
}

function show(what, box) {
  subject = what;
  status.textContent = '';
  button('open').href = linkOf(what);
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(box.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${box.bottom + height + 8 < innerHeight ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`;
}

/** Copies the link to a turn and says so beside it. */
export function copyLink(turn) {
  show({ turn, text: textOf(turn) }, turn.querySelector('.permalink').getBoundingClientRect());
  copy(linkOf(subject));
}

// The permalink of every turn opens the menu; with Ctrl, Shift or another button it stays a link.
document.addEventListener('click', event => {
  const link = event.target.closest('.permalink');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const turn = link.closest('.turn');
  show({ turn, text: textOf(turn) }, link.getBoundingClientRect());
  button('link').focus();
});

function offerWords() {
  const selection = getSelection();
  const words = chosenWords(selection);
  if (!words) return;
  const range = words.first === words.last ? words.first : `${words.first}-${words.last}`;
  show({ turn: words.turn, words: String(range), text: words.text }, selection.getRangeAt(0).getBoundingClientRect());
}

document.addEventListener('pointerup', event => {
  if (!menu.contains(event.target)) setTimeout(offerWords);
});
document.addEventListener('keyup', event => {
  if (event.key === 'Shift') offerWords();
});

button('link').addEventListener('click', () => copy(linkOf(subject)));
button('quote').addEventListener('click', () => copy(quoteOf(subject)));
if (navigator.share) {
  button('share').hidden = false;
  button('share').addEventListener('click', () =>
    navigator.share({ text: quoteOf(subject), url: linkOf(subject) }).catch(() => { /* the reader changed their mind */ }));
}
