// The turns to step through: of the left side where there are two, and without breaks.
export const turns = [...document.querySelectorAll('.turn:not(.pause, .both > :last-child > .turn)')];

// The reading line is slightly below the top of the window, where links scroll to: see scroll-padding.
export const line = 5 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Index of the last visible element that begins above the line; -1 for none. */
export const lastAbove = elements => elements.findLastIndex(element => element.getClientRects()[0]?.top < line);

export const inWindow = element => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
