import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { language, number, t } from '../../base/words.js';

/** What became of each of several orders: those first that were refused or are not known. */
class SeveralOutcome extends LightElement {
  static properties = { outcomes: { attribute: false } };

  render() {
    const of = (wanted) => this.outcomes.filter(({ outcome }) => outcome === wanted);
    const [unknown, refused, changed, unchanged] = ['unknown', 'refused', 'changed', 'unchanged'].map(of);
    return html`<div class="form several-outcome">
      <h2 tabindex="-1">${t('several.outcome')}</h2>
      <p role="status">
        ${t('several.summary', { done: number(changed.length), refused: number(refused.length) })}
        ${unknown.length > 0 ? t('several.summary-unknown', { unknown: number(unknown.length) }) : nothing}
      </p>
      ${this.#part('unknown', unknown)} ${this.#part('refused', refused)} ${this.#part('changed', changed)}
      ${this.#part('unchanged', unchanged)}
      <p class="buttons">
        <button type="button" class="go" data-action="close-several" @click=${this.#close}>
          ${t('several.close')}
        </button>
      </p>
    </div>`;
  }

  firstUpdated() {
    this.querySelector('h2').focus();
  }

  #part(name, outcomes) {
    return outcomes.length === 0
      ? nothing
      : html`<section data-outcome=${name}>
          <h3>${t(`several.${name}`, { count: outcomes.length })}</h3>
          <ul>${outcomes.map((one) => this.#row(one))}</ul>
        </section>`;
  }

  /** The server speaks English: others read why on the order's page. */
  #row({ order, outcome, reason }) {
    return html`<li>
      <a href="/orders/${encodeURIComponent(order)}">${order}</a>
      ${reason ? html`<span>${this.#why(outcome, reason)}</span>` : nothing}
    </li>`;
  }

  #why(outcome, reason) {
    if (outcome === 'unknown') {
      return t('several.look-again');
    }
    const elsewhere = outcome === 'changed' ? t('several.in-part') : t('several.see-order');
    return language() === 'en' ? reason : elsewhere;
  }

  #close = () => this.dispatchEvent(new CustomEvent('done', { bubbles: true }));
}

customElements.define('several-outcome', SeveralOutcome);
