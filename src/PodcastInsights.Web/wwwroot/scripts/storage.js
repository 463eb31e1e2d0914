// Browser storage; does nothing where it is blocked.
export function remember(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch { /* storage is blocked or full */ }
}

export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

// Formats a localised text with placeholders: "{0} of {1}".
export const format = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);
