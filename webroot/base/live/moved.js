import { goLive } from '../start.js';

/**
 * Calls `told` whenever one of these topics shows something else than when it was first seen: for a short list that
 * is asked for, and asked for again then. Returns how to stop.
 */
export function whenMoved(topics, told) {
  const live = goLive();
  const stops = topics.map((topic) => {
    let isSeen = false;
    return live.watch(topic, () => (isSeen ? told() : (isSeen = true)));
  });
  return () => stops.forEach((stop) => stop());
}
