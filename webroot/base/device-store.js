/**
 * A database of this device's (IndexedDB): what is kept in it is there after a reload, a crash and an update.
 * `prepare` makes its stores when it is first opened.
 */
export class DeviceStore {
  #name;
  #prepare;
  #opening;

  constructor(name, prepare) {
    this.#name = name;
    this.#prepare = prepare;
  }

  /**
   * Does `work` in one transaction and answers with what its request brought, once all of it is on the disk.
   * `stores` is the name of one, or of several: then `work` is called with as many.
   */
  async in(mode, stores, work) {
    const names = [stores].flat();
    const base = await (this.#opening ??= this.#open());
    return new Promise((resolve, reject) => {
      const transaction = base.transaction(names, mode, { durability: 'strict' });
      const request = work(...names.map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  #open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, 1);
      request.onupgradeneeded = () => this.#prepare(request.result);
      request.onsuccess = () => {
        request.result.onclose = () => (this.#opening = undefined); // The browser may close it: open it again.
        resolve(request.result);
      };
      request.onerror = () => {
        this.#opening = undefined;
        reject(request.error);
      };
    });
  }
}

/** Where pages are not served securely browsers have no locks: then ids alone keep what is sent from counting twice. */
export const alone = (name, work) => globalThis.navigator?.locks?.request(name, work) ?? work();
