const OFF = 'search.slash-off';
const FIELDS = 'input, textarea, select, [contenteditable]';

/** Whether the key `/` opens the search: whoever speaks to their computer may want that off. */
export const slashOpens = (storage = globalThis.localStorage) => storage.getItem(OFF) === null;

export const letSlashOpen = (on, storage = globalThis.localStorage) =>
  on ? storage.removeItem(OFF) : storage.setItem(OFF, 'yes');

/** Whether a key asks for the search: `/`, or Ctrl or ⌘ and K; never of somebody who is typing. */
export function asksForSearch({ key, ctrlKey, metaKey, altKey, target }, slash = slashOpens()) {
  if (altKey || target?.closest?.(FIELDS)) {
    return false;
  }
  return ctrlKey || metaKey ? key.toLowerCase() === 'k' : key === '/' && slash;
}
