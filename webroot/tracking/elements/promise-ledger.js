import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { revisions } from '../reading/order.js';
import { first, promised } from '../reading/sentences.js';

/** A promise and every revision of it: what was said before is never erased. */
class PromiseLedger extends LightElement {
  static properties = {
    promise: { attribute: false },
    placedOn: { attribute: false },
    /** Of which line, where there are several. */
    name: {},
  };

  render() {
    const newestFirst = revisions(this.promise);
    const before = (index) => (index + 1 < newestFirst.length ? newestFirst[index + 1].date : this.promise.original);
    return html`${this.name ? html`<p class="of">${this.name}</p>` : nothing}
      <ul class="ledger">
        ${newestFirst.map(
          (revision, index) => html`<li>
            <del><span class="visually-hidden">${t('promise.before')} </span>${this.#day(before(index))}</del>
            <b>${this.#day(revision.date)}</b> ${promised(revision)}
          </li>`,
        )}
        <li class="soft">${first(this.promise, this.placedOn)}</li>
      </ul>`;
  }

  #day(day) {
    return day ? date(day) : t('promise.tbc');
  }
}

customElements.define('promise-ledger', PromiseLedger);
