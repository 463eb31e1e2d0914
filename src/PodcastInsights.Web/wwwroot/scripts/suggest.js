// Completions: a combobox over the API. Without scripts it is a plain text box.
const box = document.getElementById('q');
const form = box?.form;
const pause = 120; // milliseconds
const most = { words: 5, speaker: 3, episode: 3, topic: 5 };
let list, waiting, running, at = -1;

function close() {
  clearTimeout(waiting);
  running?.abort();
  list.hidden = true;
  list.replaceChildren();
  at = -1;
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
}

function option(text, kind, choose) {
  const item = document.createElement('li');
  item.id = `choice-${list.children.length}`;
  item.role = 'option';
  item.setAttribute('aria-selected', 'false');
  for (const [part, quiet] of [[text, ''], [kind, 'quiet']]) {
    if (!part) continue;
    const span = document.createElement('span');
    span.textContent = part;
    span.dir = 'auto';
    span.className = quiet || (kind && 'name');
    item.append(span);
  }
  item.choose = choose;
  list.append(item);
}

// The part being typed is at the end; the text before it stays.
function complete(start, text) {
  box.value = `${box.value.slice(0, start)}${text} `;
  close();
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

// People and episodes are links, or values of the filter being typed; words complete the text.
function show({ words, speakers, episodes, topics, start }) {
  list.replaceChildren();
  at = -1;
  box.removeAttribute('aria-activedescendant');
  for (const [kind, names] of Object.entries({ speaker: speakers, episode: episodes, topic: topics })) {
    for (const { name, slug, filter } of names.slice(0, most[kind])) {
      option(name, form.dataset[kind], () => filter ? complete(start, filter) : location.assign(`${form.dataset[`${kind}s`]}/${slug}`));
    }
  }
  const typed = box.value.slice(start).toLowerCase();
  for (const word of words.filter(w => w !== typed).slice(0, most.words)) option(word, '', () => complete(start, word));
  list.hidden = !list.children.length;
  box.setAttribute('aria-expanded', String(!list.hidden));
}

async function ask() {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(box.value)}`, { signal: running.signal });
    if (answer.ok && document.activeElement === box) show(await answer.json());
  } catch { /* typing continued, or offline */ }
}

function mark(next) {
  list.children[at]?.setAttribute('aria-selected', 'false');
  at = next;
  const item = list.children[at];
  item?.setAttribute('aria-selected', 'true');
  if (item) box.setAttribute('aria-activedescendant', item.id);
  else box.removeAttribute('aria-activedescendant');
}

function typed() {
  clearTimeout(waiting);
  if (box.value.trim()) waiting = setTimeout(ask, pause);
  else close();
}

if (form?.dataset.suggest) {
  list = document.createElement('ul');
  list.id = 'choices';
  list.className = 'choices';
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', form.dataset.choices);
  box.parentElement.append(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) box.setAttribute(name, value);

  box.addEventListener('input', event => { if (event.isTrusted && !event.isComposing) typed(); });
  box.addEventListener('compositionend', typed);
  box.addEventListener('blur', close);
  form.addEventListener('submit', close);
  box.addEventListener('keydown', event => {
    const count = list.children.length;
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') mark(at + 1 < count ? at + 1 : -1);
    else if (event.key === 'ArrowUp') mark(at < 0 ? count - 1 : at - 1);
    else if (event.key === 'Enter' && at >= 0) list.children[at].choose();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });

  // The text box keeps the focus during a click on an option.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => event.target.closest('li')?.choose());
}
