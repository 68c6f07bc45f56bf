const JUMP_MILLIS = 2_000;
const KEPT = 30;

/**
 * What this device's clock is worth. From one jump of it to the next is an era; in each it differs from the server's
 * by so much, once they were compared. A report remembers its era, and is given its true time when it is sent: what
 * was tapped before they were compared is right, too.
 */
export class DeviceClock {
  #environment;
  #newId;
  #anchor;
  /** `{ id, offset }` in the order in which they began; `offset` is missing where nobody knows. */
  eras;

  constructor(eras = [], environment = { now: () => Date.now(), ticks: () => performance.now() }, newId) {
    this.#environment = environment;
    this.#newId = newId;
    this.eras = eras.slice(-KEPT);
    this.#begin();
  }

  get era() {
    return this.eras.at(-1);
  }

  now() {
    return this.#environment.now();
  }

  #begin(offset) {
    this.eras.push({ id: this.#newId(), ...(offset === undefined ? {} : { offset }) });
    this.#anchor = { now: this.#environment.now(), ticks: this.#environment.ticks() };
  }

  /**
   * Whether the clock was set, or the device slept, since it was last asked. Backwards goes only a clock that was
   * set; forwards it may have slept: the next comparison tells.
   */
  jumped() {
    const passed = this.#environment.ticks() - this.#anchor.ticks;
    const jump = this.#environment.now() - this.#anchor.now - passed;
    if (Math.abs(jump) < JUMP_MILLIS) {
      return false;
    }
    const { offset } = this.era;
    this.#begin(jump < 0 && offset !== undefined ? offset - jump : undefined);
    return true;
  }

  ticks() {
    return this.#environment.ticks();
  }

  /** The server said its time; `asked` and `answered` are ticks: half the way lies between. */
  compare(serverTime, asked, answered) {
    this.jumped();
    const then = this.#environment.now() - (this.#environment.ticks() - answered);
    this.era.offset = Math.round(Date.parse(serverTime) + (answered - asked) / 2 - then);
  }

  isCompared() {
    return this.era.offset !== undefined;
  }

  /** How far the server is ahead of this device, as well as it is known. Another tab's era is like the newest here. */
  ahead(id = this.era.id) {
    const at = this.eras.findIndex((era) => era.id === id);
    const known = ({ offset }) => offset !== undefined;
    const nearest = this.eras.slice(at).find(known) ?? this.eras.findLast(known);
    return nearest?.offset ?? 0;
  }

  /** The true time of what this device's clock called `at` in an era; `ahead` where that was known already. */
  corrected({ at, era, ahead = this.ahead(era) }) {
    return at + ahead;
  }
}
