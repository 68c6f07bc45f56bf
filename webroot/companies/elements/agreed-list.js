import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { doerOf, reasonOf, sentences } from '../reading/agreed.js';
import { agreed } from '../requests.js';

/** Everything that was ever agreed with a company, newest first. */
class AgreedList extends LightElement {
  static properties = { company: { attribute: false } };

  #list = new Listing(this, 'agreed', (after) => agreed(this.company.code, after));
  #version;

  willUpdate() {
    if (this.#version !== undefined && this.#version !== this.company.version) {
      this.#list.reload();
    }
    this.#version = this.company.version;
  }

  render() {
    return html`<section class="card company-part" aria-labelledby="agreed">
      <h2 id="agreed">${t('agreed.title')}</h2>
      ${this.#list.show(
        (items) => html`<ol class="agreed-line">${items.map((point) => this.#point(point))}</ol>`,
        t('agreed.none'),
      )}
    </section>`;
  }

  #point(point) {
    const reason = reasonOf(point);
    const { at, code, promise } = point;
    return html`<li data-kind=${point.kind}>
      ${sentences(point).map((sentence) => html`<p>${promise
        ? html`<a href="/orders/${encodeURIComponent(promise.order)}">${sentence}</a>`
        : sentence}</p>`)}
      ${reason ? html`<p class="agreed-reason">${reason}</p>` : nothing}
      <p class="soft agreed-by">
        <time datetime=${at} title=${inFull(at)}>${when(at)}</time> · ${doerOf(point)}
        ${code && code !== this.company.code ? html` · ${t('agreed.as', { code })}` : nothing}
      </p>
    </li>`;
  }
}

customElements.define('agreed-list', AgreedList);
