// Runs before anything is shown: the theme and the language chosen earlier, and that scripts run, so that nothing moves when they come.
document.documentElement.classList.add('scripts');
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('language') === document.documentElement.lang) document.documentElement.classList.add('chosen');
} catch { /* storage is shut: the system's theme holds */ }
