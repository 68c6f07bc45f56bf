const PREFIX = 'vitrine.order.';

/** What is typed in the form of an order is kept in this tab until it is saved or discarded. */
export const keep = (number, typed) => store(PREFIX + number, typed);

/** What was typed before the page was loaded again; nothing where nothing was. */
export const keptFor = (number) => stored(PREFIX + number);

export const forget = (number) => store(PREFIX + number, undefined);

const UNDO = 'vitrine.order-undo';

/** What the order's own page is to offer once it is there: to put the order back as it was. */
export const keepUndo = (undo) => store(UNDO, undo);

/** What is to be offered for this order, once. */
export function takeUndo(number) {
  const undo = stored(UNDO);
  store(UNDO, undefined);
  return undo?.number === number ? undo : undefined;
}

function store(key, value) {
  try {
    value === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage it lasts as long as the page does.
  }
}

function stored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}
