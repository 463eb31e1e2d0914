// Shows the reading position: the bar above the conversation, the line on the strip, the current entry of the outline.
import { inWindow, lastAbove, line, turns } from './turns.js';

const bar = document.getElementById('whereabouts');
const side = document.getElementById('side');
const title = document.querySelector('article h1');
const strip = side.querySelector('.strip');
const pieces = new Map([...strip.querySelectorAll('a')].map(link => [link.getAttribute('href').slice(1), link.firstElementChild]));
const outline = side.querySelector('#outline + ol');
const entries = [...outline?.querySelectorAll('a') ?? []].filter(targetOf);
const targets = entries.map(targetOf);
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
const stamps = [...document.querySelectorAll('.turns .time:not(.both > :last-child *)')];
const [speaker, section, time, share] = ['speaker', 'section', 'time', 'share'].map(name => bar.querySelector(`[data-part="${name}"]`));
let waiting = false, entry;

function targetOf(link) {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

const atEnd = () => scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;

// At the end of the page the last turns cannot reach the line: the selected turn is current, or the last.
function present() {
  if (!atEnd()) return turns[lastAbove(turns)];
  const here = document.querySelector('.turn.here');
  return here && inWindow(here) ? here : turns.at(-1);
}

// The part of a turn above the line, from 0 to 1.
function heard(turn) {
  if (turn === turns.at(-1) && atEnd()) return 1;
  const { top, height } = turn.getBoundingClientRect();
  return Math.min(1, Math.max(0, (line - top) / height));
}

function show(part, text, link) {
  if (part.textContent !== text) part.textContent = text;
  if (link) part.href = link;
  part.hidden = !text;
}

// Scrolls the outline only, and not while the pointer is over it.
function keepInSight() {
  if (!entry || side.matches(':hover, :focus-within')) return;
  const box = side.getBoundingClientRect();
  const { top, bottom } = entry.getBoundingClientRect();
  if (top < box.top + 4 * line / 5 || bottom > box.bottom - line / 5) side.scrollTop += top - box.top - box.height / 2;
}

// The heading may reach the line before its first turn does.
function mark(turn) {
  const begun = turn ? targets.findLastIndex(target => !(turn.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) : -1;
  const next = entries[Math.max(begun, lastAbove(targets))];
  if (next === entry) return;
  entry?.removeAttribute('aria-current');
  next?.setAttribute('aria-current', 'location');
  entry = next;
  const around = [...outline?.children ?? []].find(item => item.contains(entry))?.firstElementChild;
  show(section, around?.firstElementChild.textContent ?? '', around?.href);
  keepInSight();
}

function follow() {
  waiting = false;
  const turn = present();
  const piece = pieces.get(turn?.id);
  const width = strip.viewBox.baseVal.width;
  const x = piece ? piece.x.baseVal.value + heard(turn) * piece.width.baseVal.value : 0;
  strip.querySelector('.place').setAttribute('x', x);
  bar.style.setProperty('--share', x / width);
  show(time, stamps[lastAbove(stamps)]?.textContent ?? '');
  show(share, turn ? percent.format(x / width) : '');
  show(speaker, turn?.querySelector('h3').textContent ?? '', turn && `#${turn.id}`);
  speaker.className = turn?.className.match(/lane\d/)?.[0] ?? '';
  mark(turn);
  bar.hidden = title.getBoundingClientRect().bottom > 0;
}

function soon() {
  if (!waiting) requestAnimationFrame(follow);
  waiting = true;
}

for (const event of ['scroll', 'resize', 'load']) addEventListener(event, soon, { passive: true });
side.addEventListener('toggle', keepInSight);
follow();
