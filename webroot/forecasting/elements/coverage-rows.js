import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { monthInFull } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';

const PERCENT = 100;
const BEYOND = 1_000;

/** How often ranges of a kind held, kind by kind. */
class CoverageRows extends LightElement {
  static properties = { by: {}, rows: { attribute: false } };

  render() {
    const { by, rows = [] } = this;
    return rows.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="coverage-${by}">
          <h2 id="coverage-${by}">${t(`coverage.by-${by}`)}</h2>
          <div class="scroll" role="region" tabindex="0" aria-labelledby="coverage-${by}">
            <table class="coverage-table">
              <thead>
                <tr>
                  <th scope="col">${t(`coverage.one-${by}`)}</th>
                  <th scope="col">${t('coverage.judged')}</th>
                  <th scope="col">${t('coverage.half')}</th>
                  <th scope="col">${t('coverage.nine-of-ten')}</th>
                  <th scope="col">${t('coverage.off')}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map((row) => this.#row(row))}
              </tbody>
            </table>
          </div>
        </section>`;
  }

  #row({ key, stage, judged, halfHeld, held, off }) {
    return html`<tr>
      <th scope="row">${this.#name(key, stage)}</th>
      <td>${number(judged)}</td>
      <td>${share(halfHeld, judged)}</td>
      <td>${share(held, judged)}</td>
      <td>${off === undefined ? '–' : number(off)}</td>
    </tr>`;
  }

  #name(key, stage) {
    if (stage) {
      return t('coverage.stage', { name: wording(stage.name), routing: stage.routing });
    }
    if (this.by === 'month') {
      return monthInFull(key);
    }
    if (this.by === 'horizon') {
      return Number(key) > BEYOND ? t('coverage.horizon-beyond') : t('coverage.horizon', { days: key });
    }
    return key || '–';
  }
}

const share = (part, all) => t('coverage.share', { share: number(Math.round((part / all) * PERCENT)) });

customElements.define('coverage-rows', CoverageRows);
