import { plainly } from './reading/scans.js';
import { hashOf } from '../base/hash.js';
import { KNOWN_MILLIS, SHIFT_MILLIS } from './reading/standing.js';
import { signIn } from './requests.js';

/** Who works here now, and who has signed in here lately: they may come by badge while there is no network. */
export class Roster {
  #kept;
  #clock;
  #known = {};
  #operator;

  constructor(kept, clock) {
    this.#kept = kept;
    this.#clock = clock;
  }

  async open() {
    this.#known = (await this.#kept.find('known')) ?? {};
    this.#operator = await this.#kept.find('operator');
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
    const name = await hashOf(new TextEncoder().encode(plainly(badge)));
    try {
      const { operator } = await signIn(badge, pin);
      this.#known = { ...this.#known, [name]: { ...operator, at: this.#clock.now() } };
      await this.#kept.keep('known', this.#known);
      await this.#become({ ...operator, checked: true });
    } catch (problem) {
      const lately = this.#known[name];
      if (problem.status !== 0 || !lately || !this.#isSince(lately.at, KNOWN_MILLIS)) {
        throw problem;
      }
      await this.#become({ id: lately.id, name: lately.name, checked: false });
    }
  }

  leave() {
    return this.#become(undefined);
  }

  async #become(operator) {
    this.#operator = operator && { ...operator, since: this.#clock.now() };
    await this.#kept.keep('operator', this.#operator);
  }
}
