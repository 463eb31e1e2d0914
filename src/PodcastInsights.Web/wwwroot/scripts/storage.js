// What the browser remembers; nothing, where it may not.
export function remember(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch { /* storage is shut or full */ }
}

export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

// Puts values into a localised text with places: "{0} of {1}".
export const format = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);
