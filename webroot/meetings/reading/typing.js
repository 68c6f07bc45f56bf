const BETWEEN_SAVES_MILLIS = 1000;

/**
 * A text while somebody types it: saved once a second at most, one saving at a time, and the last of it when they
 * are done. What is refused stays here, and is not sent again before they say so.
 */
export class Typing {
  #saving;
  #timer;
  #ask;
  #moved;
  #clock;

  /**
   * `ask({ text, version, hold })` saves and answers `{ version }`; `moved` is told whenever something here is
   * another than before.
   */
  constructor(ask, moved, { text = '', version, clock = globalThis } = {}) {
    this.#ask = ask;
    this.#moved = moved;
    this.#clock = clock;
    this.text = text;
    this.saved = text;
    this.version = version;
  }

  /** Why the last saving failed, if it did. */
  refused;

  get isSaved() {
    return this.text.trim() === this.saved.trim();
  }

  type(text) {
    this.text = text;
    this.#plan();
  }

  #plan() {
    if (this.#timer || this.#saving || this.refused || this.isSaved || !this.text.trim()) {
      return;
    }
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined;
      this.#save(true);
    }, BETWEEN_SAVES_MILLIS);
  }

  async #save(hold) {
    this.#saving = this.#attempt(hold);
    const worked = await this.#saving;
    this.#saving = undefined;
    worked && this.#plan();
    this.#moved();
    return worked;
  }

  async #attempt(hold) {
    const text = this.text.trim();
    try {
      const { version } = await this.#ask({ text, version: this.version, hold });
      this.version = version;
      this.saved = text;
      return true;
    } catch (problem) {
      this.refused = problem;
      return false;
    }
  }

  /** They are done: the last of it is saved, and the line is everybody's. Answers whether it worked. */
  async finish() {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    return this.refused ? false : this.#save(false);
  }

  /** What was refused is meant all the same, now that they have seen what reads otherwise. */
  insist(version = this.version) {
    this.refused = undefined;
    this.version = version;
    return this.#save(true);
  }

  /** Nothing more is sent, for this reason, before they say what is to become of it. */
  refuse(problem) {
    this.stop();
    this.refused = problem;
  }

  /** What was saved is there no more: the whole text is to be saved anew. */
  forget() {
    this.refused = undefined;
    this.version = undefined;
    this.saved = '';
  }

  stop() {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
