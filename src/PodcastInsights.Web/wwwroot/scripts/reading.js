// The reading settings: applied by theme.js, stored in the browser.
import { key } from './keys.js';
import { remember } from './storage.js';
import { lastAbove } from './turns.js';

const popover = document.getElementById('reading');
const form = popover.querySelector('form');
const sliders = form.querySelectorAll('[type="range"]');
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });

// The text in view keeps its position while sizes change.
function change(choices) {
  const parts = [...document.querySelectorAll('.said p, .said p > span')];
  const read = parts[lastAbove(parts)];
  const before = read?.getBoundingClientRect().top;
  dress(choices);
  if (read) scrollBy({ top: read.getBoundingClientRect().top - before, behavior: 'instant' });
}

function tell() {
  for (const slider of sliders) {
    const text = percent.format(slider.value / 100);
    slider.setAttribute('aria-valuetext', text);
    slider.parentElement.nextElementSibling.textContent = text;
  }
}

// The values in effect, from the reader, the system or the style sheet.
function fill() {
  const { style, dataset } = document.documentElement;
  for (const slider of sliders) slider.value = Math.round((style.getPropertyValue(`--${slider.name}`) || 1) * 100);
  for (const name of ['face', 'contrast']) form.elements[name].value = dataset[name];
  tell();
}

popover.addEventListener('toggle', event => {
  if (event.newState !== 'open') return;
  fill();
  sliders[0].focus();
});
form.addEventListener('input', () => {
  const choices = Object.fromEntries(new FormData(form));
  remember('reading', JSON.stringify(choices));
  change(choices);
  tell();
});
form.querySelector('[data-do="reset"]').addEventListener('click', () => {
  remember('reading', null);
  change({});
  fill();
});
key('s', () => { popover.togglePopover(); });
