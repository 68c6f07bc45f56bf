import { plainly } from './reading/scans.js';
import { hashOf } from '../base/hash.js';
import { Problem } from '../base/ask.js';
import { isUnreachable } from './reading/reach.js';
import { KNOWN_MILLIS, SHIFT_MILLIS } from './reading/standing.js';
import { signIn } from './requests.js';

/** Who works here now, and who has signed in here lately: they may come by badge while the server is not reached. */
export class Roster {
  #kept;
  #clock;
  #known = {};
  #operator;
  #changed;

  /** @param changed is called once another operator, or none, is on the disk */
  constructor(kept, clock, changed = () => {}) {
    this.#kept = kept;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** As it is kept, whichever tab they came in or left. */
  async open() {
    const [known, operator] = await Promise.all([this.#kept.find('known'), this.#kept.find('operator')]);
    this.#known = known ?? {};
    this.#operator = operator;
  }

  /** `{ id, name, checked, since }`; nobody once a shift is over, or before one began. */
  get operator() {
    return this.#operator && this.#isSince(this.#operator.since, SHIFT_MILLIS) ? this.#operator : undefined;
  }

  /** A clock that was set back makes nobody unknown. */
  #isSince(instant, millis) {
    return this.#clock.now() - instant < millis;
  }

  /** By badge and PIN, as the server says; without a network by badge alone, where it was here lately. */
  async come(badge, pin) {
    const name = await nameOf(badge);
    try {
      const { operator } = await signIn(badge, pin);
      this.#known = { ...this.#known, [name]: { ...operator, at: this.#clock.now() } };
      await this.#kept.keep('known', this.#known);
      await this.#become({ ...operator, checked: true });
    } catch (problem) {
      if (!isUnreachable(problem)) {
        throw problem;
      }
      const lately = this.#lately(name);
      if (!lately) {
        throw new Problem(0, { title: 'Unreachable' });
      }
      await this.#become({ id: lately.id, name: lately.name, checked: false });
    }
  }

  /** Whether this is the badge of somebody who was here lately. */
  async knows(badge) {
    return this.#lately(await nameOf(badge)) !== undefined;
  }

  #lately(name) {
    const known = this.#known[name];
    return known && this.#isSince(known.at, KNOWN_MILLIS) ? known : undefined;
  }

  leave() {
    return this.#become(undefined);
  }

  async #become(operator) {
    const there = operator && { ...operator, since: this.#clock.now() };
    await this.#kept.keep('operator', there);
    this.#operator = there;
    this.#changed();
  }
}

/** Badges are kept by what tells them apart alone. */
const nameOf = (badge) => hashOf(new TextEncoder().encode(plainly(badge)));
