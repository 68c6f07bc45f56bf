/** Which orders of a list are chosen, for whoever acts on several at once: one for the page. */
class Selection {
  on = false;
  chosen = new Set();

  #hosts = new Set();
  #last;

  hear(host) {
    this.#hosts.add(host);
  }

  forget(host) {
    this.#hosts.delete(host);
  }

  turn(on) {
    this.on = on;
    this.put([]);
  }

  put(numbers) {
    this.chosen = new Set(numbers);
    this.#tell();
  }

  /** Chooses one or leaves it; with `through`, all between it and the one before, as they are listed. */
  choose(number, chosen, through, listed) {
    const [from, to] = [listed.indexOf(this.#last), listed.indexOf(number)].sort((a, b) => a - b);
    const meant = through && from >= 0 ? listed.slice(from, to + 1) : [number];
    meant.forEach((one) => (chosen ? this.chosen.add(one) : this.chosen.delete(one)));
    this.#last = number;
    this.#tell();
  }

  #tell() {
    this.#hosts.forEach((host) => host.requestUpdate());
  }
}

export const selection = new Selection();
