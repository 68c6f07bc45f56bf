const contributors = new Map();

/**
 * Draws more at a place of a page that belongs to another feature. `render` is called with what the
 * place is about, such as `{ order, line, stage }`, whenever the page draws it, and answers a template.
 * Modules that contribute are loaded before the page's own, so that they are there when it is first drawn.
 */
export function contribute(place, render) {
  contributors.set(place, [...(contributors.get(place) ?? []), render]);
}

/** What others draw at a place; nothing where nobody does. */
export const contributions = (place, about) => (contributors.get(place) ?? []).map((render) => render(about));
