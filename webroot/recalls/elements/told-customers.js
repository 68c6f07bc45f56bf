import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';
import { t } from '../../base/words.js';
import './recall-sums.js';

/** How far telling customers is, on the page of a nonconformance, for those who tell. */
class ToldCustomers extends LightElement {
  static properties = { number: { attribute: false }, page: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch(`recalls/${this.number}`, ({ page, gone }) => {
      this.page = gone ? undefined : page;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  render() {
    const { page, number } = this;
    if (!page || Object.keys(page.companies).length === 0) {
      return nothing;
    }
    const { toTell, written } = page;
    return html`<section class="card" aria-labelledby="told-customers">
      <h2 id="told-customers">${t('recall.desk')}</h2>
      <recall-sums .page=${page}></recall-sums>
      ${written && toTell > 0
        ? html`<p><strong>${t('recall.waiting-to-tell', { count: toTell })}</strong></p>`
        : nothing}
      <p><a href="/recalls/${number}">${t(written ? 'recall.open-desk' : 'recall.write-desk')}</a></p>
    </section>`;
  }
}

customElements.define('told-customers', ToldCustomers);
