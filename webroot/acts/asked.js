import { waiversAsked } from './requests.js';

const AGAIN_MILLIS = 20_000;
const hosts = new Set();
let known = [];
let followed;

/**
 * The waivers that are asked for of the order that is shown. Asking changes nothing of a status page, which
 * customers watch too: so they are read again now and then, and whenever somebody comes back to the page.
 */
export class FollowingWaivers {
  #host;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    hosts.add(this.#host);
  }

  hostDisconnected() {
    hosts.delete(this.#host);
  }

  /** What is asked for of a requirement; nothing where nothing is. */
  of({ line, requirement }) {
    return known.find(({ demand }) => demand.line === line && demand.requirement === requirement);
  }

  follow(number) {
    if (followed === undefined) {
      followed = number;
      readAgain(number);
      setInterval(readIfSeen, AGAIN_MILLIS);
      document.addEventListener('visibilitychange', readIfSeen);
    }
  }
}

const readIfSeen = () => document.visibilityState === 'visible' && readAgain(followed);

/** Reads them again; a list that could not be read stays as it was. */
export async function readAgain(number) {
  try {
    known = (await waiversAsked(number)).waivers;
    hosts.forEach((host) => host.requestUpdate());
  } catch {
    // The next time will tell.
  }
}
