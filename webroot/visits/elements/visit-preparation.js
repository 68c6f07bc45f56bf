import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Printing } from '../../base/elements/printing.js';
import { day } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { partsOf } from '../reading/preparation.js';
import { preparation } from '../requests.js';

/** What to read before a visit; it builds itself, and can be printed. */
class VisitPreparation extends LightElement {
  static properties = {
    number: { type: Number },
    open: { type: Boolean },
    sheet: { state: true },
    problem: { state: true },
    printing: { state: true },
  };

  #printing = new Printing(this);

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.sheet = await preparation(this.number);
    } catch (problem) {
      this.problem = refusal(problem);
    }
  }

  render() {
    return html`<details class="card disclosure" ?open=${this.open || this.printing}>
      <summary><b>${t('prepare.title')}</b></summary>
      <div class="preparation">
        <p class="trouble" role="alert">${this.problem ?? ''}</p>
        ${this.sheet ? this.#sheet() : nothing}
      </div>
    </details>`;
  }

  #sheet() {
    const { metAt, parts } = this.sheet;
    const shown = partsOf(parts);
    return html`<p class="buttons preparation-bar">
        <button class="quiet" data-action="print" @click=${() => print()}>${t('prepare.print')}</button>
      </p>
      <p>${metAt ? t('prepare.met', { day: day(metAt) }) : t('visits.nobody-yet')}</p>
      ${shown.length === 0 ? html`<p class="soft">${t('prepare.nothing')}</p>` : nothing}
      ${shown.map(
        ({ name, rows }) => html`<section data-part=${name}>
          <h3>${t(`prepare.${name}`)}</h3>
          <ul>
            ${rows.map(
              ({ href, title, text }) => html`<li>
                ${href ? html`<a href=${href}>${title}</a>` : title}
                ${text ? html`<span class="soft row-line">${text}</span>` : nothing}
              </li>`,
            )}
          </ul>
        </section>`,
      )}
      ${contributions('preparation', { sheet: this.sheet })}`;
  }
}

customElements.define('visit-preparation', VisitPreparation);
