// Runs before anything is shown: the theme, the language and the letters chosen earlier, and that scripts run, so that nothing moves when they come.
document.documentElement.classList.add('scripts');

/** Sets the conversation as the reader likes it: { size, width, leading } in percent of what the sheet has, { face, contrast } by name. */
function dress(choices) {
  const root = document.documentElement;
  for (const name of ['size', 'width', 'leading']) {
    const percent = Number(choices[name]);
    if (percent >= 50 && percent <= 250) root.style.setProperty(`--${name}`, percent / 100);
    else root.style.removeProperty(`--${name}`);
  }
  const more = choices.contrast ? choices.contrast === 'more' : matchMedia('(prefers-contrast: more)').matches;
  root.dataset.contrast = more ? 'more' : 'normal';
  root.dataset.face = choices.face === 'sans' ? 'sans' : 'serif';
}

try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('language') === document.documentElement.lang) document.documentElement.classList.add('chosen');
  dress(JSON.parse(localStorage.getItem('reading')) ?? {});
} catch { /* storage is shut, or holds what nobody here wrote: the system's theme and the sheet's letters hold */ }
