// The table of keys for all scripts. Ignored while typing, and with Ctrl, Alt or Meta.
const actions = new Map();

export function key(name, action) {
  actions.set(name, action);
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable], dialog[open]')) return;
  const action = actions.get(event.key);
  if (action && action() !== false) event.preventDefault();
});
