import { key } from './keys.js';
import { closeMenu, copyLink, openMenu } from './turn-menu.js';
import { format, recall, remember } from './storage.js';
import { inWindow, lastAbove, turns } from './turns.js';

const article = document.querySelector('article[data-slug]');
const side = document.getElementById('side');
const isEpisode = Boolean(side);

// The selected turn: by a key, or by the link that led here while it is in view.
const chosen = () => document.querySelector('.turn.here') ?? [...document.querySelectorAll('.turn:target')].find(inWindow);

// The turn being scrolled to, until it is in view or the reader acts: an earlier scroll may end meanwhile.
let coming = null;
for (const act of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(act, () => { coming = null; }, { passive: true, capture: true });

/** Scrolls to a turn, or to highlighted words in it, and moves the focus there. */
function go(element, keyboard = true) {
  closeMenu();
  document.querySelector('.turn.here')?.classList.remove('here');
  const turn = element.closest('.turn');
  turn.classList.add('here');
  coming = turn;
  element.closest('details')?.setAttribute('open', '');
  const spot = element.closest('p') ?? turn.querySelector('.permalink') ?? turn;
  if (!spot.matches('a')) spot.tabIndex = -1;
  if (keyboard) spot.focus({ preventScroll: true });
  element.scrollIntoView({ block: element === turn ? 'start' : 'center' });
  history.replaceState(history.state, '', `#${turn.id}`);
}

// Scrolling away deselects a turn.
addEventListener('scrollend', () => {
  const here = document.querySelector('.turn.here');
  if (!here) return;
  if (inWindow(here)) coming = null;
  else if (here !== coming) here.classList.remove('here');
});

function step(by) {
  const here = turns.indexOf(chosen());
  const from = here >= 0 ? here : lastAbove(turns) + (by > 0 ? 0 : 1);
  const next = turns[Math.min(turns.length - 1, Math.max(0, from + by))];
  if (next) go(next);
}

key('j', () => step(1));
key('k', () => step(-1));
key('c', () => copyLink(chosen() ?? turns[Math.max(0, lastAbove(turns))]));

// Enter on a link follows it; on a turn's link that opens the menu.
key('Enter', () => {
  const focused = document.activeElement;
  const turn = focused === document.body ? chosen() : focused.matches('.turn, .turn p') && focused.closest('.turn');
  if (!turn) return false;
  if (focused === document.body) turn.querySelector('.permalink')?.focus({ preventScroll: true });
  openMenu(turn);
});

// Search results in the page: one for each paragraph with highlights
const hits = document.getElementById('hits');
const passages = [...new Set([...document.querySelectorAll('.turn mark')].map(mark => mark.closest('p')))];
let at = -1;
function stepHit(by, keyboard) {
  if (!passages.length) return false;
  const target = document.querySelector('.turn:target, .turn.here');
  if (at < 0) {
    at = target ? passages.findIndex(p => target.contains(p) || target.compareDocumentPosition(p) & Node.DOCUMENT_POSITION_FOLLOWING) : 0;
    if (at < 0) at = 0;
    else if (by < 0) at = (at - 1 + passages.length) % passages.length;
  } else {
    at = (at + by + passages.length) % passages.length;
  }
  document.querySelector('p[aria-current]')?.removeAttribute('aria-current');
  passages[at].setAttribute('aria-current', 'true');
  go(passages[at].querySelector('mark'), keyboard);
  const status = hits?.querySelector('[role="status"]');
  if (status) status.textContent = format(status.dataset.format, at + 1, passages.length);
}
key('n', () => stepHit(1));
key('N', () => stepHit(-1));
hits?.querySelector('[data-do="next"]').addEventListener('click', () => stepHit(1, false));
hits?.querySelector('[data-do="previous"]').addEventListener('click', () => stepHit(-1, false));

key('f', () => {
  const box = side?.querySelector('.find input');
  if (!box) return false;
  if (!box.checkVisibility()) side.showPopover();
  box.focus();
  box.select();
});

// On a phone the contents close after a choice.
side?.addEventListener('click', event => {
  if (event.target.closest('a[href^="#"]') && side.matches(':popover-open')) side.hidePopover();
});

for (const toast of document.querySelectorAll('.toast')) {
  toast.querySelector('button[aria-label]:not([data-do])')?.addEventListener('click', () => { toast.hidden = true; });
}

/** Resolves a link to a turn that is not in the page by asking the server. */
async function heal() {
  const id = location.hash.match(/^#t-(\d+-\w{6})$/)?.[1];
  if (!isEpisode || !id || document.getElementById(`t-${id}`)) return;
  const toast = document.getElementById('healed');
  const find = async language => {
    const answer = await fetch(`${article.dataset.turns}${id}${language ? `?lang=${language}` : ''}`).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };
  const { edition } = article.dataset;
  if (edition && !new URLSearchParams(location.search).has('lang') && (await find())?.match === 'exact') {
    // Without a language in the address, the turn is in the default edition.
    location.replace(`?lang=original${location.hash}`);
    return;
  }
  const found = await find(edition);
  const turn = found && document.getElementById(`t-${found.id}`);
  toast.firstElementChild.textContent = toast.dataset[turn ? found.match : 'gone'];
  toast.hidden = false;
  if (turn) go(turn);
}

// The last position
const place = `place:${article.dataset.slug}`;
function offerPlace() {
  const toast = document.getElementById('resume');
  const turn = document.getElementById(recall(place));
  if (!turn || location.hash || hits) return;
  const link = toast.querySelector('a');
  link.href = `#${turn.id}`;
  link.textContent = format(toast.dataset.format, `${turn.querySelector('h3').textContent}, ${turn.querySelector('.permalink').textContent}`);
  link.addEventListener('click', () => { toast.hidden = true; });
  toast.hidden = false;
}

// Scrolls to the words of a link unless they are in view.
const words = document.getElementById('words');
if (words && (!location.hash || location.hash === '#words')) {
  const { top, bottom } = words.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) words.scrollIntoView({ block: 'center' });
}

if (isEpisode) {
  addEventListener('hashchange', heal);
  heal();
  offerPlace();
  addEventListener('pagehide', () => {
    const index = lastAbove(turns);
    remember(place, index > 0 && index < turns.length - 1 ? turns[index].id : null);
  });
}
