import { wantsPerson } from './reading/leaving.js';

const CHECKED_EVERY_MILLIS = 3_600_000;
const RESTS_MILLIS = 5_000;

/**
 * Lets the page open without a network, and a new version of it take over only while nothing is under way: nothing
 * waits to be sent, and nobody is in the middle of something.
 */
export async function keepUpToDate(bench) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) {
    return; // Where pages are not served securely there is none.
  }
  const controlled = Boolean(serviceWorker.controller);
  let renewed = false;
  serviceWorker.addEventListener('controllerchange', () => (renewed = controlled));
  const registration = await serviceWorker
    .register('/station/worker.js', { scope: '/station', updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) {
    return;
  }
  setInterval(() => registration.update().catch(() => {}), CHECKED_EVERY_MILLIS);
  setInterval(() => {
    if (isIdle(bench)) {
      renewed ? location.reload() : registration.waiting?.postMessage('take over');
    }
  }, RESTS_MILLIS);
}

/** What waits for a person may wait for long, and is on the disk as everything is. */
export const isIdle = ({ records, station, queue }) =>
  !queue.isKeeping &&
  records.every((record) => record.state !== 'waiting' || wantsPerson(record, station)) &&
  document.querySelector('dialog, input:focus') === null;
