// Runs before the first paint: applies the stored theme, language and reading settings, and marks that scripts run, so that nothing moves later.
document.documentElement.classList.add('scripts');

/** Applies reading settings: { size, width, leading } in percent of the defaults, { face, contrast } by name. */
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
} catch { /* storage is blocked or has invalid data: defaults apply */ }
