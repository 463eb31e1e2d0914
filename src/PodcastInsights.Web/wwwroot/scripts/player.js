// The player: a click on a time plays from there; the current turn is highlighted, and kept in view until the reader scrolls.
import { key } from './keys.js';
import { recall, remember } from './storage.js';
import { inWindow, line } from './turns.js';

const player = document.getElementById('player');
const media = player.querySelector('audio, video');
const speed = player.querySelector('select');
const followButton = player.querySelector('[data-do="follow"]');
const status = player.querySelector('[role="status"]');
const { slug } = document.querySelector('article[data-slug]').dataset;
const mostPlaces = 50;

// The time of a link into this recording in seconds; NaN for other links.
function secondsOf(link) {
  const [address, moment] = link.href.split('#t=');
  return address === media.src ? parseFloat(moment) : NaN;
}

// Timed turns and paragraphs, by time; of the left side where there are two.
const moments = [...document.querySelectorAll('.turn a.time:not(.both > :last-child *)')]
  .map(link => ({ at: secondsOf(link), turn: link.closest('.turn'), part: link.closest('header') ? link.closest('.turn') : link.nextElementSibling }))
  .filter(({ at }) => at >= 0)
  .sort((a, b) => a.at - b.at);
let heard, following = true, wanted;

function momentAt(seconds) {
  // A player may stop slightly before the requested time.
  const found = moments.findLast(({ at }) => at <= seconds + 0.02);
  return found && wanted?.at === found.at ? wanted : found;
}

function follow(on) {
  following = on;
  followButton.hidden = on || !heard;
  if (on) keepInSight();
}

// Without smooth scrolling, so that scroll events are the reader's.
function keepInSight() {
  if (!heard) return;
  const { top, bottom } = heard.part.getBoundingClientRect();
  const end = player.getBoundingClientRect().top;
  if (top < line - 2 || (bottom > end && top > line + 2)) heard.part.scrollIntoView({ block: 'start', behavior: 'instant' });
}

function mark() {
  const now = momentAt(media.currentTime);
  if (now === heard) return;
  heard?.turn.classList.remove('heard');
  heard?.turn.removeAttribute('aria-current');
  heard = now;
  heard?.turn.classList.add('heard');
  heard?.turn.setAttribute('aria-current', 'true');
  if (heard?.part.closest('details:not([open])')) heard.part.closest('details').open = true;
  if (following) keepInSight();
}

// A visible page is updated with each frame, a hidden one with each timeupdate.
function tick() {
  mark();
  if (!media.paused) requestAnimationFrame(tick);
}

function playFrom(moment, seconds) {
  wanted = moment;
  media.currentTime = seconds;
  mark();
  follow(true);
  media.play().catch(() => { /* reported by its event, or stopped by the reader */ });
}

function toggle() {
  if (!media.paused) media.pause();
  else media.play().catch(() => { /* as above */ });
}

const places = () => {
  try {
    return JSON.parse(recall('heard')).filter(([name, seconds]) => typeof name === 'string' && seconds > 0).slice(0, mostPlaces);
  } catch {
    return [];
  }
};

// The last episodes not heard to the end, with their positions in seconds.
function keepPlace() {
  if (!media.currentTime) return;
  const others = places().filter(([name]) => name !== slug).slice(0, mostPlaces - 1);
  if (!media.ended) others.unshift([slug, Math.round(media.currentTime * 10) / 10]);
  remember('heard', others.length ? JSON.stringify(others) : null);
}

function setSpeed(value) {
  if (![...speed.options].some(option => option.value === value)) return;
  speed.value = value;
  media.defaultPlaybackRate = media.playbackRate = Number(value);
}

function changeSpeed(by) {
  speed.selectedIndex = Math.min(speed.options.length - 1, Math.max(0, speed.selectedIndex + by));
  speed.dispatchEvent(new Event('change'));
}

document.addEventListener('click', event => {
  const link = event.target.closest('a.time');
  const seconds = link ? secondsOf(link) : NaN;
  if (!(seconds >= 0) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  playFrom(moments.find(({ at, turn }) => at === seconds && turn.contains(link)), seconds);
});
document.querySelector('a[href="#player"]').addEventListener('click', event => {
  event.preventDefault();
  player.focus({ preventScroll: true });
  if (media.paused) toggle();
});
followButton.addEventListener('click', () => follow(true));
speed.addEventListener('change', () => {
  remember('speed', speed.value);
  setSpeed(speed.value);
});

media.addEventListener('play', tick);
for (const event of ['timeupdate', 'seeked']) media.addEventListener(event, mark);
for (const event of ['pause', 'ended']) media.addEventListener(event, keepPlace);
media.addEventListener('loadedmetadata', () => {
  status.textContent = '';
  player.classList.toggle('picture', media.videoWidth > 0);
});
media.addEventListener('error', () => { status.textContent = status.dataset.failed; });
addEventListener('pagehide', keepPlace);
document.addEventListener('visibilitychange', keepPlace);

// Scrolling the current turn out of view stops following it.
addEventListener('scrollend', () => {
  if (heard && following && !inWindow(heard.part)) follow(false);
});

key('p', toggle);
key(',', () => { media.currentTime -= 10; });
key('.', () => { media.currentTime += 10; });
key('<', () => changeSpeed(-1));
key('>', () => changeSpeed(1));
key('h', () => follow(true));

setSpeed(recall('speed'));
const place = places().find(([name]) => name === slug);
if (place) media.currentTime = place[1];
