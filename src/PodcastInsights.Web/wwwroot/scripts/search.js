// Results while typing: fetched from the page itself, so that there is one markup.
const box = document.getElementById('q');
const form = box.form;
const pause = 180; // milliseconds in which most people type the next letter
let waiting, running, typing = false;

async function show(url) {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(url, { signal: running.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.getElementById('results').replaceWith(page.getElementById('results'));
    document.title = page.title;
    for (const link of document.querySelectorAll('.site a[hreflang]')) link.href = page.querySelector(`.site a[hreflang="${link.hreflang}"]`)?.href ?? link.href;
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(url);
  }
}

// Typing makes one history entry, not one for each letter.
function search() {
  const url = new URL(form.action);
  const here = new URLSearchParams(location.search);
  for (const [name, value] of here) if (name !== 'page' && name !== 'literal') url.searchParams.set(name, value);
  url.searchParams.set('q', box.value.trim());
  if (url.search === location.search) return;
  history[typing ? 'replaceState' : 'pushState'](null, '', url);
  typing = true;
  show(url);
}

box.addEventListener('input', event => {
  if (event.isComposing) return;
  clearTimeout(waiting);
  waiting = setTimeout(search, pause);
});
box.addEventListener('compositionend', () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, pause);
});
box.addEventListener('change', () => { typing = false; });
form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
  typing = false;
});
addEventListener('popstate', () => {
  typing = false;
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  show(location.href);
});
