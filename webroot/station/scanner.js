import { Wedge } from './reading/wedge.js';

const EDITABLE = 'input, textarea, select';
const listeners = [];

/** Calls `hear` with the text of each scan before those that listened earlier; it answers whether it took it. */
export function listen(hear) {
  listeners.push(hear);
  return () => listeners.splice(listeners.indexOf(hear), 1);
}

/** Tells whoever listens of a scan, however it was read. */
export const scanned = (text) => [...listeners].reverse().some((hear) => hear(text));

/**
 * Listens to the keyboard for a scanner that types. What it typed into a field before it was known for one is taken
 * out again.
 *
 * @param settings answers `{ prefix }` as it is now
 */
export function listenToKeys(settings) {
  const wedge = new Wedge();
  let before;
  addEventListener(
    'keydown',
    (event) => {
      const field = event.target.matches?.(EDITABLE) ? event.target : undefined;
      wedge.prefix = settings().prefix ?? '';
      const { first, inside, certain, scan } = wedge.press(event.key, event.timeStamp);
      before = first ? { field, value: field?.value } : before;
      if (scan !== undefined || certain || (inside && !field)) {
        event.preventDefault();
      }
      if (scan !== undefined) {
        event.stopImmediatePropagation();
        restore(before);
        scanned(scan);
      }
    },
    { capture: true },
  );
}

function restore({ field, value } = {}) {
  if (field) {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
