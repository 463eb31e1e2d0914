// The turns that one reads and steps through: of the left side where two languages stand side by side, and no breaks, as nobody speaks in them.
export const turns = [...document.querySelectorAll('.turn:not(.pause, .both > :last-child > .turn)')];

// One reads a little below the top of the window, where a link to a turn brings it: see scroll-padding.
export const line = 5 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The last of elements in the order of the page that begins above the line, of those that are shown; -1 above the first. */
export const lastAbove = elements => elements.findLastIndex(element => element.getClientRects()[0]?.top < line);

export const inWindow = element => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
