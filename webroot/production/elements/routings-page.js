import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { inFull, when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { routings } from '../requests.js';

/** How products are made: every routing with its stages, its version, and how many open orders it has. */
class RoutingsPage extends LightElement {
  #list = new Listing(this, 'routings', routings);

  render() {
    return html`<section class="manage" aria-labelledby="routings">
      <div class="lead">
        <div class="head">
          <h1 id="routings">${t('routings.title')}</h1>
          <a class="go" href="/routings/new" data-action="new">${t('routings.new')}</a>
        </div>
        <p class="soft">${t('routings.text')}</p>
      </div>
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((one) => html`<li data-routing=${one.code}>${this.#row(one)}</li>`)}
        </ul>`,
        t('routings.none'),
      )}
    </section>`;
  }

  #row({ code, name, stages, version, openOrders, savedBy, savedAt }) {
    return html`<div class="routing-row">
      <p class="row-main">
        <a href="/routings/${encodeURIComponent(code)}"><b>${name}</b></a> <span class="soft">${code}</span>
        <span class="soft row-line">${stages.map((stage) => wording(stage.name)).join(t('routings.then'))}</span>
      </p>
      <p class="row-main">
        ${t('routings.open-orders', { count: openOrders })}
        <span class="soft row-line">
          ${t('routings.version', { version })}${savedBy
            ? html`${t('comma')}${savedBy}${t('comma')}<time datetime=${savedAt} title=${inFull(savedAt)}
                  >${when(savedAt)}</time
                >`
            : nothing}
        </span>
      </p>
    </div>`;
  }
}

customElements.define('routings-page', RoutingsPage);
