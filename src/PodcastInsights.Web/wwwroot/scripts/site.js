import { key } from './keys.js';
import { remember, recall } from './storage.js';
import './reading.js';
import './suggest.js';

const root = document.documentElement;
const dialog = document.getElementById('keys');

function changeTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const order = dark ? [null, 'light', 'dark'] : [null, 'dark', 'light'];
  const next = order[(order.indexOf(recall('theme')) + 1) % order.length];
  remember('theme', next);
  if (next) root.dataset.theme = next;
  else delete root.dataset.theme;
}

function focusSearch() {
  const box = document.getElementById('q');
  if (!box) return false;
  box.focus();
  box.select();
}

document.querySelector('[data-do="theme"]').addEventListener('click', changeTheme);
document.querySelector('[data-do="keys"]').addEventListener('click', () => dialog.showModal());
for (const link of document.querySelectorAll('header.site a[hreflang]')) link.addEventListener('click', () => remember('language', link.hreflang));
key('/', focusSearch);
key('t', changeTheme);
key('?', () => dialog.showModal());
