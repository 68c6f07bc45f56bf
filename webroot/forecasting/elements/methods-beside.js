import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { besideBest, methodName } from '../reading/beside.js';

const PERCENT = 100;
const COLUMNS = ['off', 'half', 'nine-of-ten', 'moved'];

/** What was told beside what simple methods would have said at the same moments. */
class MethodsBeside extends LightElement {
  static properties = { beside: { attribute: false } };

  render() {
    const { ranges = 0, methods = [] } = this.beside ?? {};
    return html`<section class="card" aria-labelledby="coverage-beside">
      <h2 id="coverage-beside">${t('coverage.beside')}</h2>
      ${methods.length === 0
        ? html`<p class="empty">${t('coverage.beside-few', { count: ranges })}</p>`
        : html`<p>${besideBest(methods) ?? nothing}</p>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="coverage-beside">
              ${this.#table(methods)}
            </div>
            <p class="soft">${t('coverage.beside-text', { count: ranges })}</p>`}
    </section>`;
  }

  #table(methods) {
    return html`<table class="coverage-table">
      <thead>
        <tr>
          <th scope="col">${t('coverage.method')}</th>
          ${COLUMNS.map((name) => html`<th scope="col">${t(`coverage.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${methods.map(
          ({ method, ranges, off, halfHeld, held, moved }) => html`<tr data-method=${method}>
            <th scope="row">${methodName(method)}</th>
            <td>${number(off)}</td>
            <td>${share(halfHeld, ranges)}</td>
            <td>${share(held, ranges)}</td>
            <td>${moved === undefined ? '–' : number(moved)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

const share = (part, all) => t('coverage.share', { share: number(Math.round((part / all) * PERCENT)) });

customElements.define('methods-beside', MethodsBeside);
