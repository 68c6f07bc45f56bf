import { alone } from '../base/device-store.js';
import { pause } from './reading/leaving.js';

/**
 * Does work in rounds, by one tab at a time, and what failed again after a while that grows. A round answers after how
 * many milliseconds there is more to do: 0 for at once, nothing for not until it is asked.
 */
export class RetryLoop {
  #name;
  #round;
  #failed;
  #after;
  #forget = () => {};
  #tries = 0;
  #busy;
  #again = false;

  /**
   * @param name what tabs agree by on who does it
   * @param failed hears why a round failed
   * @param after does something after so many milliseconds, and answers how not to
   */
  constructor(name, round, { failed, after }) {
    this.#name = name;
    this.#round = round;
    this.#failed = failed;
    this.#after = after;
  }

  /** No more waiting. */
  hurry() {
    this.#tries = 0;
    return this.run();
  }

  /** Answers when nothing more can be done now. */
  run() {
    if (this.#busy) {
      this.#again = true;
      return this.#busy;
    }
    this.#busy = alone(this.#name, () => this.#rounds())
      .catch((problem) => this.#retry(problem))
      .finally(() => {
        this.#busy = undefined;
        if (this.#again) {
          this.#again = false;
          this.later(0);
        }
      });
    return this.#busy;
  }

  async #rounds() {
    this.#forget();
    let rest = await this.#round();
    while (rest === 0) {
      this.#tries = 0;
      rest = await this.#round();
    }
    rest === undefined || this.later(rest);
  }

  /** Whatever it was, nothing is lost by trying again. */
  #retry(problem) {
    this.later(problem.retryAfterSeconds ? problem.retryAfterSeconds * 1000 : pause(this.#tries++));
    this.#failed(problem);
  }

  later(millis) {
    this.#forget();
    this.#forget = this.#after(millis, () => this.run());
  }
}

/** Does something after a while; answers how not to. */
export function timer(millis, act) {
  const started = setTimeout(act, millis);
  return () => clearTimeout(started);
}
