import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { revisions } from '../reading/order.js';
import { promised } from '../reading/sentences.js';

/** The promise and every revision of it: what was said before is never erased. */
class PromiseLedger extends LightElement {
  static properties = { promise: { attribute: false }, placedOn: { attribute: false } };

  render() {
    const newestFirst = revisions(this.promise);
    const before = (index) => newestFirst[index + 1]?.date ?? this.promise.original;
    return html`<ul class="ledger">
      ${newestFirst.map(
        (revision, index) => html`<li>
          <del><span class="visually-hidden">${t('promise.before')} </span>${date(before(index))}</del>
          <b>${date(revision.date)}</b> ${promised(revision)}
        </li>`,
      )}
      <li class="soft">${this.#first()}</li>
    </ul>`;
  }

  #first() {
    const first = date(this.promise.original);
    return this.placedOn
      ? t('promise.first', { date: first, placed: date(this.placedOn) })
      : t('promise.first-plain', { date: first });
  }
}

customElements.define('promise-ledger', PromiseLedger);
