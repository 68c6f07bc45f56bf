/**
 * Follows a pointer, a mouse or a finger, that took hold of one of these elements, which stand below each other:
 * `over` hears above which of them it is, `dropped` where it was let go, or nothing where that was given up.
 */
export function dragged(event, elements, { over, dropped }) {
  event.preventDefault(); // No text is selected on the way.
  const stop = new AbortController();
  const { signal } = stop;
  let to;
  const end = (place) => {
    stop.abort();
    dropped(place);
  };
  window.addEventListener(
    'pointermove',
    ({ clientY }) => {
      const boxes = elements.map((element) => element.getBoundingClientRect());
      const found = boxes.findIndex(({ bottom }) => clientY < bottom);
      to = found < 0 ? elements.length - 1 : found;
      over(to);
    },
    { signal },
  );
  window.addEventListener('pointerup', () => end(to), { signal });
  window.addEventListener('pointercancel', () => end(), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
}
