import { chosenWords, linkToWords, textOf } from './words.js';
import { showForms } from './cite.js';
import { format } from './storage.js';

const menu = document.getElementById('turn-menu');
const article = menu.closest('article');
const status = menu.querySelector('[role="status"]');
const button = name => menu.querySelector(`[data-do="${name}"]`);

// The subject of the menu: { passages: [{ turn, text }], link }; link is null until the server has made it.
let subject;

const nameOf = ({ turn }) => turn.querySelector('h3').textContent;

function quoteOf({ passages, link }) {
  const { source } = article.dataset;
  return passages.length === 1
    ? format(menu.dataset.quote, passages[0].text, nameOf(passages[0]), source, link)
    : format(menu.dataset.several, passages.map(passage => `${nameOf(passage)}: “${passage.text}”`).join('\n'), source, link);
}

const wholeTurn = turn => {
  const link = turn.querySelector('.permalink').href;
  return { passages: [{ turn, text: textOf(turn) }], link, ready: Promise.resolve(link) };
};

// Synchronous if the link is known: some browsers forbid writing to the clipboard later.
async function copy(make) {
  const what = subject;
  try {
    if (!what.link && !await what.ready) throw new Error('The server made no link.');
    await navigator.clipboard.writeText(make(what));
    status.textContent = menu.dataset.copied;
  } catch {
    status.textContent = menu.dataset.failed;
  }
}

const copyTheLink = () => copy(what => what.link);

function show(what, box) {
  subject = what;
  status.textContent = '';
  button('open').href = what.link ?? what.passages[0].turn.querySelector('.permalink').href;
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(box.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${box.bottom + height + 8 < innerHeight ? Math.max(8, box.bottom + 4) : Math.max(8, box.top - height - 4)}px`;
}

export function closeMenu() {
  if (menu.matches(':popover-open')) menu.hidePopover();
}

/** Opens the menu at a turn's permalink and moves the focus into it; Escape moves it back. */
export function openMenu(turn) {
  const link = turn.querySelector('.permalink');
  if (!link) return;
  show(wholeTurn(turn), link.getBoundingClientRect());
  button('link').focus();
}

/** Copies the link to a turn and confirms it next to it. */
export function copyLink(turn) {
  const link = turn.querySelector('.permalink');
  if (!link) return;
  show(wholeTurn(turn), link.getBoundingClientRect());
  copyTheLink();
}

// A turn's permalink opens the menu; with Ctrl, Shift or another button it is a link.
document.addEventListener('click', event => {
  const link = event.target.closest('.permalink');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openMenu(link.closest('.turn'));
});

function offerWords() {
  const selection = getSelection();
  const passages = chosenWords(selection);
  if (!passages.length) return;
  const what = { passages, link: null };
  what.ready = linkToWords(passages, article.dataset.turns).then(link => {
    what.link = link;
    if (link && subject === what) button('open').href = link;
    return link;
  });
  show(what, selection.getRangeAt(0).getBoundingClientRect());
}

const isText = place => !place.closest?.('.menu, dialog');

document.addEventListener('pointerup', event => {
  if (isText(event.target)) setTimeout(offerWords);
});
document.addEventListener('keyup', event => {
  if (event.key === 'Shift' && isText(event.target)) offerWords();
});

// After a selection by keyboard, Tab moves to the menu.
document.addEventListener('keydown', event => {
  if (event.key !== 'Tab' || !menu.matches(':popover-open') || menu.contains(document.activeElement)) return;
  event.preventDefault();
  button('open').focus();
});

button('link').addEventListener('click', copyTheLink);
button('quote').addEventListener('click', () => copy(quoteOf));
button('cite').addEventListener('click', async () => {
  const what = subject;
  const shown = await what.ready && await showForms(what.link, what.passages[0].turn.querySelector('.permalink'));
  if (!shown) status.textContent = menu.dataset.unmade;
});

// Opening the turn waits for the link.
button('open').addEventListener('click', async event => {
  const what = subject;
  if (what.link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const link = await what.ready;
  if (link) location.href = link;
  else status.textContent = menu.dataset.unmade;
});
if (navigator.share) {
  button('share').hidden = false;
  button('share').addEventListener('click', async () => {
    const what = subject;
    if (!await what.ready) status.textContent = menu.dataset.failed;
    else navigator.share({ text: quoteOf(what), url: what.link }).catch(() => { /* cancelled by the reader */ });
  });
}
