const TOGETHER_MILLIS = 50;
const SHORTEST = 3;
const ENDS = ['Enter', 'Tab'];

/**
 * Tells a scanner that types from a person: its keys are less than 50 ms apart and end by Enter or Tab, or begin by
 * a sign that is set for it. `press` answers what a key is: `first` of what may become a scan, `inside` one (certainly
 * so, or by its speed), or the end of one, with the `scan`.
 */
export class Wedge {
  #text = '';
  #last = -Infinity;
  #certain = false;
  /** The sign that the scanner is set to begin with, if there is one. */
  prefix = '';

  press(key, at) {
    const together = at - this.#last < TOGETHER_MILLIS;
    if (ENDS.includes(key)) {
      return this.#ended(together);
    }
    if ([...key].length !== 1) {
      return {}; // Shift and the like come between the signs.
    }
    this.#last = at;
    if (this.prefix && key === this.prefix && !this.#certain) {
      this.#text = '';
      this.#certain = true;
      return { first: true, certain: true };
    }
    if (!together && !this.#certain) {
      this.#text = '';
    }
    this.#text += key;
    const first = this.#text.length === 1 && !this.#certain;
    return { first, inside: !first, certain: this.#certain };
  }

  #ended(together) {
    const text = this.#text;
    const whole = this.#certain || (together && text.length >= SHORTEST);
    this.#text = '';
    this.#certain = false;
    this.#last = -Infinity;
    return whole && text ? { scan: text } : {};
  }
}
