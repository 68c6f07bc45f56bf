/** While a page is printed nothing is folded: its element is drawn again as `printing`, and after it as before. */
export class Printing {
  #host;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  hostDisconnected() {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
  }

  #begin = () => (this.#host.printing = true);
  #end = () => (this.#host.printing = false);
}
