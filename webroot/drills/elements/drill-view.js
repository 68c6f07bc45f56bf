import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { number, t } from '../../base/words.js';
import { answered, found, halfOf, standing, stateOf } from '../reading/drills.js';
import { start } from '../requests.js';
import './gap-form.js';

/** One drill: the lot, the clock, what was found, and the gaps. */
class DrillView extends FormElement {
  static properties = { page: { attribute: false }, decides: { type: Boolean } };

  #key = newKey();

  render() {
    const { drill, gaps } = this.page;
    const state = stateOf(drill);
    return html`<article class="manage" data-drill=${drill.id} data-state=${state}>
      <p><a href="/drills">${t('drills.title')}</a></p>
      <h1>${t('drill.title', { lot: drill.lot })}</h1>
      <p><strong role="status">${standing(drill)}</strong> <span class="soft">${halfOf(drill.half)}</span></p>
      ${state === 'due' ? this.#due() : this.#found(drill)} ${gaps.length > 0 ? this.#gaps(gaps, state) : nothing}
    </article>`;
  }

  #due() {
    return html`<section class="card">
      <p>${t('drill.how')}</p>
      ${this.decides
        ? html`<p class="buttons">
              <button class="go" data-action="start-drill" ?disabled=${this.busy} @click=${this.#start}>
                ${t('drill.start')}
              </button>
            </p>
            ${this.trouble()}`
        : nothing}
    </section>`;
  }

  #found({ started, result }) {
    return html`<section class="card" aria-labelledby="drill-found">
      <h2 id="drill-found">${t('drill.found')}</h2>
      <dl class="drill-facts">
        ${found(result).map(
          ([name, count]) => html`<div>
            <dt>${t(`drill.found-${name}`)}</dt>
            <dd>${number(count)}</dd>
          </div>`,
        )}
      </dl>
      ${result.beyond > 0 ? html`<p>${t('drill.beyond', { count: result.beyond })}</p>` : nothing}
      <p class="soft">${t('drill.started', { by: started.by, at: when(started.at) })}</p>
    </section>`;
  }

  #gaps(gaps, state) {
    const sums = answered(gaps).map(({ answer, count }) => t(`drill.sum-${answer ?? 'open'}`, { count }));
    return html`<section class="card" aria-labelledby="drill-gaps">
      <h2 id="drill-gaps">${t('drill.gaps')}</h2>
      <p class="soft">${t('drill.gaps-about')} ${sums.join(t('comma'))}</p>
      <gap-form
        .drill=${this.page.drill.id}
        .gaps=${gaps}
        ?answers=${state === 'running' && this.decides}
        @answered=${({ detail }) => (this.page = detail)}
      ></gap-form>
    </section>`;
  }

  #start = () =>
    this.attempt(async () => {
      this.page = await start(this.page.drill.id, this.#key);
    });
}

customElements.define('drill-view', DrillView);
