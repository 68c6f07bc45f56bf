import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { findingRow, verdict } from '../reading/health.js';
import { health } from '../requests.js';
import './growth-table.js';

/** How the installation is: each part in a sentence, the worst on top, and what grows. */
class HealthPage extends LightElement {
  static properties = { health: { state: true }, problem: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  render() {
    return html`<section class="manage" aria-labelledby="health">
      <div class="head">
        <h1 id="health">${t('health.title')}</h1>
        <button class="quiet" data-action="reload" ?disabled=${this.busy} @click=${this.#look}>
          ${t('health.look-again')}
        </button>
      </div>
      <p class="soft">${t('health.text')}</p>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.health ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { at, findings, growth } = this.health;
    const now = Date.parse(at);
    return html`<p class="health-verdict" role="status">
        <strong>${verdict(findings)}</strong>
        <span class="soft">${t('health.as-of', { when: when(at) })}</span>
      </p>
      <ul class="health-rows card">
        ${repeat(
          findings.map((finding) => findingRow(finding, now)),
          ({ key }) => key,
          (row) => html`<li data-finding=${row.key}>${this.#row(row)}</li>`,
        )}
      </ul>
      <growth-table .growth=${growth}></growth-table>`;
  }

  #row({ state, href, title, text }) {
    return html`<span class="health-what">
        ${href ? html`<a href=${href}>${title}</a>` : html`<strong>${title}</strong>`}
        <span class="soft">${text}</span>
      </span>
      <b data-look=${state}>${t(`health.state.${state}`)}</b>`;
  }

  #look = async () => {
    this.busy = true;
    try {
      this.health = await health();
      this.problem = undefined;
    } catch (problem) {
      this.problem = refusal(problem); // What was seen before stays, with its time.
    }
    this.busy = false;
  };
}

customElements.define('health-page', HealthPage);
