/** Refused before anything was done: what is sent next is another request, and these three only ask to wait. */
export const isRefusal = (status) => status >= 400 && status < 500 && ![408, 409, 429].includes(status);

/** One key for as long as the same is wished and may have been done; `make` makes one. */
export function keyed(make) {
  let key = make();
  let sent;
  return {
    for(wish) {
      const now = JSON.stringify(wish);
      key = sent === undefined || sent === now ? key : make();
      sent = now;
      return key;
    },
    refused(status) {
      key = isRefusal(status) ? make() : key;
    },
  };
}

/** The orders that stay chosen were refused; one of which nobody knows is looked at before it is tried again. */
export const chosenAgain = (outcomes) =>
  outcomes.filter(({ outcome }) => outcome === 'refused').map(({ order }) => order);
